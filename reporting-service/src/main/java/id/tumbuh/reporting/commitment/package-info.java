/** What parties promised at a rembuk stunting, and whether they kept it, as intervention-service tells it. */
@NullMarked
package id.tumbuh.reporting.commitment;

import org.jspecify.annotations.NullMarked;
