package id.tumbuh.reporting.table;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every table that is offered here; files of other addresses are in the dictionary as well. */
@ApplicationScoped
class Tables {
    private static final List<StoredTable> STORED = Stream.of(
                    Stream.of(
                                    "case-counts",
                                    "survey-estimates",
                                    "recorded-figures",
                                    "targets",
                                    "posyandu-quality",
                                    "referrals",
                                    "deliveries",
                                    "evaluations",
                                    "commitments",
                                    "programme-money",
                                    "publications",
                                    "arrivals")
                            .map(code -> StoredTable.of(code, Readers.OF_FIGURES)),
                    Stream.of(StoredTable.of("cases", Readers.OF_CASES)),
                    Stream.of(StoredTable.of("case-audits", Readers.OF_AUDITS)))
            .flatMap(tables -> tables)
            .toList();

    private final List<FigureTable> computed;

    Tables(@All List<FigureTable> computed) {
        this.computed = List.copyOf(computed);
    }

    List<FigureTable> all() {
        return Stream.concat(computed.stream(), STORED.stream()).toList();
    }

    List<StoredTable> stored() {
        return STORED;
    }

    Optional<FigureTable> find(String code) {
        return all().stream().filter(table -> table.code().equals(code)).findFirst();
    }
}
