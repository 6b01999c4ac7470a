package id.tumbuh.registry.family;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.screening.RiskFactor;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Families in portions, for passes over many of them: screened again, or only compared. */
@ApplicationScoped
public class ScreenFamilies {
    private static final String DUE = "select " + FamilyFacts.COLUMNS + """
             from family where screen_again_on <= :day
            order by screen_again_on, id limit :limit for no key update""";

    private static final String PAGE =
            "select " + FamilyFacts.COLUMNS + " from family where id > :after order by id limit :limit";

    private final ReassessFamilies reassess;

    ScreenFamilies(ReassessFamilies reassess) {
        this.reassess = reassess;
    }

    /**
     * What a portion came to.
     *
     * @param last the highest id of a page; where the next one begins
     */
    public record Portion(int screened, int changed, UUID last) {}

    /** The next families whose day has come; a portion that is not full was the last. */
    public Portion screenDue(Transaction tx, Actor actor, Screener screener, int limit) {
        List<FamilyFacts> due = tx.sql()
                .createQuery(DUE)
                .bind("day", screener.day())
                .bind("limit", limit)
                .map((row, _) -> FamilyFacts.read(row))
                .list();
        return new Portion(due.size(), reassess.screenAgain(tx, actor, screener, due), new UUID(0, 0));
    }

    /** The next families by id, whatever they were decided by; a portion that is not full was the last. */
    public Portion screenAll(Transaction tx, Actor actor, Screener screener, UUID after, int limit) {
        List<FamilyFacts> page = page(tx.sql(), after, limit, " for no key update");
        return new Portion(
                page.size(),
                reassess.screenAgain(tx, actor, screener, page),
                page.isEmpty() ? after : page.getLast().id());
    }

    /** A decision that would be another one. */
    public record Difference(
            UUID family,
            String area,
            boolean wasAtRisk,
            boolean isAtRisk,
            List<RiskFactor> gained,
            List<RiskFactor> lost) {
        public Difference {
            gained = List.copyOf(gained);
            lost = List.copyOf(lost);
        }
    }

    /** A portion of families looked at by two policies, and those on which they differ. */
    public record Comparison(Portion portion, List<Difference> differences) {
        public Comparison {
            differences = List.copyOf(differences);
        }
    }

    /** Nothing is written. */
    public Comparison compare(Handle sql, Screener now, Screener then, UUID after, int limit) {
        List<FamilyFacts> page = page(sql, after, limit, "");
        List<Difference> differences = new ArrayList<>();
        for (FamilyFacts facts : page) {
            Risk before =
                    Decision.of(facts.conditions(), facts.residents(), now).risk();
            Risk otherwise =
                    Decision.of(facts.conditions(), facts.residents(), then).risk();
            if (facts.state().mergedInto() == null && !before.decidesLike(otherwise)) {
                differences.add(difference(facts, before, otherwise));
            }
        }
        UUID last = page.isEmpty() ? after : page.getLast().id();
        return new Comparison(new Portion(page.size(), differences.size(), last), differences);
    }

    private static Difference difference(FamilyFacts facts, Risk before, Risk after) {
        List<RiskFactor> gained = new ArrayList<>(after.factors());
        gained.removeAll(before.factors());
        List<RiskFactor> lost = new ArrayList<>(before.factors());
        lost.removeAll(after.factors());
        return new Difference(facts.id(), facts.state().area(), before.atRisk(), after.atRisk(), gained, lost);
    }

    private static List<FamilyFacts> page(Handle sql, UUID after, int limit, String locking) {
        return sql.createQuery(PAGE + locking)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> FamilyFacts.read(row))
                .list();
    }
}
