package id.tumbuh.reporting.table;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Files of figures that have an address of their own. Their columns are in the dictionary like those of all others. */
final class Elsewhere {
    static final Map<String, String> FILES = Collections.unmodifiableMap(new TreeMap<>(Map.of(
            "public-figures", "/public/figures.csv",
            "public-indicators", "/public/dictionary.csv",
            "programmes", "/programmes/programmes.csv",
            "evaluation-report", "/v1/evaluations/{area}/{period}/report.csv",
            "aksi-bangda", "/v1/evaluations/{area}/{period}/aksi-bangda.csv")));

    private Elsewhere() {}
}
