package id.tumbuh.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a correct platform must report after importing the file.
 *
 * @param month the month in which every child was measured once
 * @param brokenRows rows that must be rejected
 * @param kecamatan findings by kecamatan code; they include the severe ones
 * @param desa the same by desa code, only where there are children
 */
public record Truth(
        YearMonth month, int brokenRows, SortedMap<String, Counts> kecamatan, SortedMap<String, Counts> desa) {

    /** Keeps its own copy. */
    public Truth {
        kecamatan = Collections.unmodifiableSortedMap(new TreeMap<>(kecamatan));
        desa = Collections.unmodifiableSortedMap(new TreeMap<>(desa));
    }

    /** Findings of the whole kabupaten. */
    public Counts total() {
        return kecamatan.values().stream().reduce(Counts.NONE, Counts::plus);
    }

    /** Findings of one kecamatan or desa; nothing where no child lives. */
    public Counts in(String code) {
        return kecamatan.getOrDefault(code, desa.getOrDefault(code, Counts.NONE));
    }

    /** For readers that are not Java. */
    public String toJson() {
        return """
                {"month":"%s","brokenRows":%d,"total":%s,"kecamatan":%s,"desa":%s}
                """.formatted(month, brokenRows, json(total()), json(kecamatan), json(desa));
    }

    /** Writes {@link #toJson()}. */
    public void writeTo(Path file) throws IOException {
        Files.writeString(file, toJson());
    }

    private static String json(Map<String, Counts> areas) {
        return areas.entrySet().stream()
                .map(area -> "\"%s\":%s".formatted(area.getKey(), json(area.getValue())))
                .collect(Collectors.joining(",\n", "{\n", "\n}"));
    }

    private static String json(Counts counts) {
        return ("{\"measured\":%d,\"stunted\":%d,\"severelyStunted\":%d,\"wasted\":%d,\"severelyWasted\":%d,"
                        + "\"underweight\":%d,\"severelyUnderweight\":%d,\"overweight\":%d}")
                .formatted(
                        counts.measured(),
                        counts.stunted(),
                        counts.severelyStunted(),
                        counts.wasted(),
                        counts.severelyWasted(),
                        counts.underweight(),
                        counts.severelyUnderweight(),
                        counts.overweight());
    }
}
