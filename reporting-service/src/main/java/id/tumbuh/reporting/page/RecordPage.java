package id.tumbuh.reporting.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that records a figure of a national list.
 *
 * @param target where it belongs, which goes and comes with it
 * @param problem why it was refused as a whole; null for nothing
 */
record RecordPage(
        Opening.Place place,
        Target target,
        String indicatorName,
        String heading,
        String token,
        List<RecordField> fields,
        @Nullable String problem) {

    /**
     * What is recorded.
     *
     * @param id under which it is kept; made with the page, so that a form that is sent twice records one
     * @param version the one that is corrected; empty for a new one
     */
    record Target(String list, String period, String indicator, String id, String version) {
        public String query() {
            return "&list=" + list + "&period=" + period;
        }

        /** What a link to the same page in another language keeps. */
        public String kept() {
            return query() + "&indicator=" + indicator + (version.isEmpty() ? "" : "&id=" + id);
        }
    }

    public List<RecordField> faulty() {
        return fields.stream().filter(field -> field.error() != null).toList();
    }

    public boolean refused() {
        return problem != null || !faulty().isEmpty();
    }
}
