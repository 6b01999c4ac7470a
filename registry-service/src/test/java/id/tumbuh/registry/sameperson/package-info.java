/** Tests of how two records are found to be one person. */
@NullMarked
package id.tumbuh.registry.sameperson;

import org.jspecify.annotations.NullMarked;
