/** What a BI tool that signs in to the database for itself sees of it. */
@NullMarked
package id.tumbuh.reporting.bi;

import org.jspecify.annotations.NullMarked;
