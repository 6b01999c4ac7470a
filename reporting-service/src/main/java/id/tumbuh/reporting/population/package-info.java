/** Who lives where and how old they are: the children a posyandu should see (S, sasaran). */
@NullMarked
package id.tumbuh.reporting.population;

import org.jspecify.annotations.NullMarked;
