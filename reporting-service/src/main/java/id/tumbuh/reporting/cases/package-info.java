/** The children who are stunted now, one by one and by area. Ids only: names are registry's. */
@NullMarked
package id.tumbuh.reporting.cases;

import org.jspecify.annotations.NullMarked;
