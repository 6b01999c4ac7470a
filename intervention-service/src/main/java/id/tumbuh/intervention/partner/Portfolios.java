package id.tumbuh.intervention.partner;

import id.tumbuh.intervention.placement.Days;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Counts whom a partner helped. Whole months only, so that two reports don't differ by one day and one child. Whose consent was
 * withdrawn during the help is not counted.
 */
@ApplicationScoped
class Portfolios {
    private static final String HELPED = """
            from placement p join sponsor s on s.id = p.sponsor_id and s.client = :client
            where p.from_on is not null and p.from_on < :until and coalesce(p.ended_on, p.to_on) >= :from
                and p.reason is distinct from 'CONSENT_WITHDRAWN'
            """;

    private final Database database;
    private final RuleBook rules;
    private final Clock clock = Clock.systemUTC();

    Portfolios(Database database, RuleBook rules) {
        this.database = database;
        this.rules = rules;
    }

    /** Both included. */
    record Months(YearMonth from, YearMonth to) {
        /** As somebody wrote them. */
        static Months asked(@Nullable String from, @Nullable String to) {
            var months = new Months(month("/from", from), month("/to", to));
            if (months.to().isBefore(months.from())) {
                throw invalid("/to", CommonProblem.OUT_OF_RANGE);
            }
            return months;
        }

        LocalDate firstDay() {
            return from.atDay(1);
        }

        LocalDate until() {
            return to.plusMonths(1).atDay(1);
        }

        private static YearMonth month(String pointer, @Nullable String text) {
            if (text == null) {
                throw invalid(pointer, CommonProblem.REQUIRED);
            }
            try {
                YearMonth month = YearMonth.parse(text);
                if (month.getYear() >= 2000 && month.getYear() < 2200) {
                    return month;
                }
            } catch (DateTimeParseException notAMonth) {
                // answered below
            }
            throw invalid(pointer, InterventionProblem.MONTH_MALFORMED);
        }

        private static ProblemException invalid(String pointer, ProblemCode why) {
            return new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, why));
        }
    }

    PortfolioView of(Acting.Party party, Months months) {
        int least = PartnerRules.of(rules.on(Days.of(clock.instant()))).leastChildren();
        return database.write(party.scope(), tx -> {
            List<Suppression.Count> counts = counts(tx.sql(), party, months);
            int all = counts.stream().mapToInt(Suppression.Count::children).sum();
            if (all < least) {
                throw new ProblemException(Problem.of(InterventionProblem.TOO_FEW_CHILDREN));
            }
            tx.audit(party.actor().did("READ", "partner-portfolio", party.client(), null));
            Suppression safe = Suppression.of(counts, least);
            return new PortfolioView(
                    months.from().toString(),
                    months.to().toString(),
                    all,
                    unlessFew(needEnded(tx.sql(), party, months), all, least),
                    reports(tx.sql(), party, months),
                    safe.shown().stream()
                            .map(count -> new PortfolioView.Row(count.kecamatan(), count.children()))
                            .toList(),
                    safe.rest(),
                    least);
        });
    }

    /** Neither the few nor what is left of all may be a few. */
    static @Nullable Integer unlessFew(int some, int all, int least) {
        int others = all - some;
        boolean isSafe = (some == 0 || some >= least) && (others == 0 || others >= least);
        return isSafe ? some : null;
    }

    /** Each child once, where its last placement of the time is. */
    private static List<Suppression.Count> counts(Handle sql, Acting.Party party, Months months) {
        return sql.createQuery(
                        "select kecamatan, count(*) as children from ("
                                + "select distinct on (coalesce(p.child_id, p.pregnancy_id)) left(p.area_code, 8) as kecamatan "
                                + HELPED
                                + " order by coalesce(p.child_id, p.pregnancy_id), p.from_on desc) as helped group by kecamatan")
                .bind("client", party.client())
                .bind("from", months.firstDay())
                .bind("until", months.until())
                .map((row, _) -> new Suppression.Count(row.getString("kecamatan"), row.getInt("children")))
                .list();
    }

    private static int needEnded(Handle sql, Acting.Party party, Months months) {
        return sql.createQuery("select count(distinct coalesce(p.child_id, p.pregnancy_id)) " + HELPED
                        + " and p.reason = 'NEED_CLOSED' and p.ended_on < :until")
                .bind("client", party.client())
                .bind("from", months.firstDay())
                .bind("until", months.until())
                .mapTo(Integer.class)
                .one();
    }

    private static int reports(Handle sql, Acting.Party party, Months months) {
        return sql.createQuery(
                        "select count(*) from partner_report where client = :client and outcome = 'SENT' and day >= :from and day < :until")
                .bind("client", party.client())
                .bind("from", months.firstDay())
                .bind("until", months.until())
                .mapTo(Integer.class)
                .one();
    }
}
