package id.tumbuh.reporting.publication;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.reporting.Country;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Exact counts by area and measure, of an area and everything below it that is published. */
record Counts(Map<String, Map<String, Long>> byArea) {
    Counts {
        byArea = Collections.unmodifiableMap(new TreeMap<>(byArea));
    }

    long of(Cell cell) {
        return byArea.getOrDefault(cell.area(), Map.of()).getOrDefault(cell.measure(), 0L);
    }

    /** The area that contains it, as its code says. */
    static String parent(String area) {
        return area.equals(Country.CODE)
                ? ""
                : new AreaCode(area).parent().map(AreaCode::value).orElse(Country.CODE);
    }
}
