package id.tumbuh.measurement.skdn;

import id.tumbuh.measurement.skdn.SkdnTable.Cell;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a recap is made of: one posyandu's month, or the children of one desa who are registered at none.
 *
 * @param posyanduId null for those registered at none
 * @param closed the cells are those of the closing
 * @param changedSince and would be others today
 */
record RecapPart(
        @Nullable UUID posyanduId,
        String areaCode,
        boolean closed,
        boolean changedSince,
        int ruleVersion,
        List<Cell> cells) {

    RecapPart {
        cells = List.copyOf(cells);
    }

    boolean isPosyandu() {
        return posyanduId != null;
    }

    boolean closedWithoutWeighing() {
        return closed && cells.stream().allMatch(cell -> cell.figures().d() == 0);
    }
}
