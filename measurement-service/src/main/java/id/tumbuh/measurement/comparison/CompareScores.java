package id.tumbuh.measurement.comparison;

import id.tumbuh.measurement.comparison.ImportedScores.After;
import id.tumbuh.measurement.comparison.ScoredElsewhere.Difference;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares what a month's imports said with what we say. */
@ApplicationScoped
class CompareScores {

    private final Database database;
    private final ImportedScores scores;
    private final WhoGrowthStandard standard;
    private final RuleBook rules;
    private final Clock clock;

    /** A measurement with the indices that differ. */
    record Differing(ScoredElsewhere measurement, List<Difference> differences) {}

    /** @param next where the next page begins, or null when there is none */
    record Page(List<Differing> rows, @Nullable After next) {}

    /** How many measurements with scores there were, and how many differ for which cause (an index each). */
    record Summary(long compared, long differing, Map<LikelyCause, Long> causes) {}

    CompareScores(Database database, ImportedScores scores, WhoGrowthStandard standard, RuleBook rules, Clock clock) {
        this.database = database;
        this.scores = scores;
        this.standard = standard;
        this.rules = rules;
        this.clock = clock;
    }

    Page differing(String area, YearMonth month, @Nullable After after, int limit, Caller caller) {
        double sameWithin = sameWithin();
        return database.write(caller.scope(), tx -> {
            tx.audit(AuditEntry.of(caller, "READ", "imported-scores", area, area));
            List<Differing> rows = new ArrayList<>();
            try (Stream<ScoredElsewhere> found = scores.of(tx.sql(), area, month, after)) {
                found.map(one -> new Differing(one, one.differences(standard, sameWithin)))
                        .filter(one -> !one.differences().isEmpty())
                        .limit(limit + 1L)
                        .forEach(rows::add);
            }
            if (rows.size() <= limit) {
                return new Page(rows, null);
            }
            List<Differing> page = rows.subList(0, limit);
            ScoredElsewhere last = page.getLast().measurement();
            return new Page(page, new After(last.measuredOn(), last.measurementId()));
        });
    }

    Summary summary(String area, YearMonth month, Caller caller) {
        double sameWithin = sameWithin();
        return database.read(caller.scope(), sql -> {
            long[] counts = new long[2];
            Map<LikelyCause, Long> causes = new EnumMap<>(LikelyCause.class);
            try (Stream<ScoredElsewhere> found = scores.of(sql, area, month, null)) {
                found.forEach(one -> {
                    List<Difference> differences = one.differences(standard, sameWithin);
                    counts[0]++;
                    counts[1] += differences.isEmpty() ? 0 : 1;
                    differences.forEach(difference -> causes.merge(difference.cause(), 1L, Long::sum));
                });
            }
            return new Summary(counts[0], counts[1], causes);
        });
    }

    private double sameWithin() {
        return rules.on(LocalDate.now(clock))
                .json("growth.comparison")
                .required("sameWithin")
                .doubleValue();
    }
}
