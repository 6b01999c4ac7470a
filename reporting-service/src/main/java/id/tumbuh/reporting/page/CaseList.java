package id.tumbuh.reporting.page;

import id.tumbuh.reporting.area.Area;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the case list.
 *
 * @param names why names are missing, or null when they are there
 * @param reason for what they were opened; null while they are masked
 * @param next cursor of the next page, or null on the last
 */
record CaseList(
        Area area,
        List<Step> path,
        List<Row> rows,
        @Nullable String names,
        @Nullable String reason,
        List<OpenNames.Reason> reasons,
        @Nullable String next) {

    /** One child; names are shown only to those registry answers. */
    record Row(
            String name,
            String mother,
            String age,
            String heightForAge,
            String status,
            boolean severe,
            String since,
            String posyandu,
            String address) {
        @Override
        public String toString() {
            return "Row[…]";
        }
    }
}
