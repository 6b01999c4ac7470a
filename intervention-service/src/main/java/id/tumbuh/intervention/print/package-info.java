/** Pieces of the pages that {@link id.tumbuh.platform.print.PagePrinter} prints: every text in them is escaped. */
@NullMarked
package id.tumbuh.intervention.print;

import org.jspecify.annotations.NullMarked;
