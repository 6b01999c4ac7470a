/** What can go wrong in this service, each with a stable code and its words in Indonesian and English. */
@NullMarked
package id.tumbuh.intervention.problem;

import org.jspecify.annotations.NullMarked;
