/** Holds the matching of persons against invented people of whom the truth is known. */
@NullMarked
package id.tumbuh.load.duplicates;

import org.jspecify.annotations.NullMarked;
