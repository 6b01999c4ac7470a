package id.tumbuh.reporting.table;

import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A table that is offered as CSV. */
interface FigureTable {
    /** As the dictionary and the address name it. */
    String code();

    /** Who may read it. */
    Set<String> readers();

    /** Cells in the order of the dictionary's columns; no more rows than so many and one, which tells that there are more. */
    List<? extends List<? extends @Nullable Object>> rows(Handle sql, Wanted wanted, int most);
}
