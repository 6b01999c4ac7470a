package id.tumbuh.intervention.outcome;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.circumstance.Cause;
import id.tumbuh.intervention.circumstance.Codes;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.need.NeedRules;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads what sponsors and programmes gave, needs and weighings as a scope sees them, and makes outcomes of them. */
@ApplicationScoped
class OutcomeQueries {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Jakarta"));

    private final Database database;
    private final RuleBook rules;

    OutcomeQueries(Database database, RuleBook rules) {
        this.database = database;
        this.rules = rules;
    }

    /** An area of at most a kabupaten, and some days. */
    record Question(AreaCode area, Growth.Window days) {}

    private record Helped(UUID provision, UUID child, String area, String causes, Growth.Window help) {}

    private record Unhelped(UUID child, String area, String causes) {}

    /** As outcomes are read today, whatever days are asked for. */
    OutcomeRules rules() {
        return OutcomeRules.of(rules.on(LocalDate.now(CLOCK)));
    }

    /** By what a child is helped. The names stand in the database: never renamed. */
    enum Kind {
        PLACEMENT,
        ENROLMENT
    }

    /** Nothing when there is no such help of a child, or nothing was promised. */
    Optional<Outcomes.OfOne> ofOne(Scope scope, Kind kind, UUID id, Locale locale) {
        return database.read(
                scope,
                sql -> sql.createQuery("""
                        select child_id, from_on, until from provision
                        where id = :id and kind = :kind and child_id is not null and until >= from_on""")
                        .bind("kind", kind.name())
                        .bind("id", id)
                        .map((row, _) -> {
                            Growth.Window help = new Growth.Window(
                                    row.getObject("from_on", LocalDate.class), row.getObject("until", LocalDate.class));
                            UUID child = row.getObject("child_id", UUID.class);
                            List<Weighed> weighings =
                                    weighings(sql, List.of(child)).getOrDefault(child, List.of());
                            return new Outcomes.OfOne(
                                    kind == Kind.PLACEMENT ? id : null,
                                    kind == Kind.ENROLMENT ? id : null,
                                    help.from(),
                                    help.to(),
                                    ChildOutcome.of(weighings, help, rules()),
                                    Caveat.words(locale));
                        })
                        .findOne());
    }

    Outcomes of(Scope scope, Question question, Locale locale) {
        RuleSet today = rules.on(LocalDate.now(CLOCK));
        OutcomeRules rule = OutcomeRules.of(today);
        Set<Cause> opening = new HashSet<>();
        NeedRules.of(today).answers().forEach((cause, answer) -> {
            if (answer.opens()) {
                opening.add(cause);
            }
        });
        return database.read(scope, sql -> {
            List<Helped> helped = helped(sql, question, opening);
            List<Unhelped> others = others(sql, question, opening);
            Set<UUID> children = new HashSet<>();
            helped.forEach(one -> children.add(one.child()));
            others.forEach(one -> children.add(one.child()));
            Map<UUID, List<Weighed>> weighings = weighings(sql, children);
            List<ChildOutcome> outcomes = helped.stream()
                    .map(one -> ChildOutcome.of(weighings.getOrDefault(one.child(), List.of()), one.help(), rule))
                    .toList();
            int least = rule.leastChildren();
            return new Outcomes(
                    question.area().value(),
                    question.days().from(),
                    question.days().to(),
                    outcomes.size() < least ? null : outcomes.size(),
                    Sums.Window.of(outcomes.stream().map(ChildOutcome::before).toList(), least),
                    Sums.Window.of(outcomes.stream().map(ChildOutcome::during).toList(), least),
                    Sums.Window.of(outcomes.stream().map(ChildOutcome::after).toList(), least),
                    Sums.recovered(outcomes, least),
                    compare(helped, others, new Read(weighings, question.days(), rule)),
                    Caveat.words(locale));
        });
    }

    private record Read(Map<UUID, List<Weighed>> weighings, Growth.Window days, OutcomeRules rules) {
        Optional<Comparison.Child> child(UUID id, String area, String causes) {
            List<Weighed> all = weighings.getOrDefault(id, List.of());
            // its age on the first day, by the weighing nearest to it
            return all.stream()
                    .min(Comparator.comparingLong(one -> Math.abs(ChronoUnit.DAYS.between(one.day(), days.from()))))
                    .map(near -> new Comparison.Child(
                            id,
                            new Comparison.Stratum(kecamatan(area), causes, rules.band(age(near))),
                            Growth.of(all, days, rules)));
        }

        private int age(Weighed near) {
            return near.ageMonths() + (int) ChronoUnit.MONTHS.between(near.day(), days.from());
        }

        private static String kecamatan(String area) {
            return area.substring(0, Math.min(8, area.length()));
        }
    }

    private static Comparison compare(List<Helped> helped, List<Unhelped> others, Read read) {
        List<Comparison.Child> ours = new ArrayList<>();
        Set<UUID> once = new HashSet<>();
        for (Helped one : helped) {
            if (once.add(one.child())) {
                read.child(one.child(), one.area(), one.causes()).ifPresent(ours::add);
            }
        }
        List<Comparison.Child> theirs = new ArrayList<>();
        others.forEach(one -> read.child(one.child(), one.area(), one.causes()).ifPresent(theirs::add));
        return Comparison.of(ours, theirs, read.rules().leastChildren());
    }

    private static List<Helped> helped(Handle sql, Question question, Set<Cause> opening) {
        AreaRange range = AreaRange.within(question.area());
        return sql.createQuery("""
                        select p.id, p.child_id, p.area_code, p.from_on, p.until, n.causes
                        from provision p join need n on n.id = p.need_id
                        where p.child_id is not null and p.from_on <= :last and p.area_code >= :from and p.area_code < :to
                            and p.until >= greatest(p.from_on, cast(:first as date))
                        order by p.child_id, p.from_on, p.id""")
                .bind("from", range.from())
                .bind("to", range.to())
                .bind("first", question.days().from())
                .bind("last", question.days().to())
                .map((row, _) -> new Helped(
                        row.getObject("id", UUID.class),
                        row.getObject("child_id", UUID.class),
                        row.getString("area_code"),
                        causes(row.getArray("causes"), opening),
                        new Growth.Window(
                                row.getObject("from_on", LocalDate.class), row.getObject("until", LocalDate.class))))
                .list();
    }

    /** Whoever needed help in these days and had no promise in any of them. */
    private static List<Unhelped> others(Handle sql, Question question, Set<Cause> opening) {
        AreaRange range = AreaRange.within(question.area());
        return sql.createQuery("""
                        select distinct on (n.child_id) n.child_id, n.area_code, n.causes from need n
                        where n.child_id is not null and n.area_code >= :from and n.area_code < :to and n.opened_on <= :last
                            and (n.closed_on is null or n.closed_on >= :first)
                            and not exists (
                                select from provision p where p.child_id = n.child_id and p.from_on <= :last
                                    and p.until >= greatest(p.from_on, cast(:first as date)))
                        order by n.child_id, n.opened_on desc""")
                .bind("from", range.from())
                .bind("to", range.to())
                .bind("first", question.days().from())
                .bind("last", question.days().to())
                .map((row, _) -> new Unhelped(
                        row.getObject("child_id", UUID.class),
                        row.getString("area_code"),
                        causes(row.getArray("causes"), opening)))
                .list();
    }

    /** Only causes that open a need: what a family lacks besides would leave nobody to compare to. */
    private static String causes(Array column, Set<Cause> opening) throws SQLException {
        Set<Cause> causes = new HashSet<>(Codes.read(column));
        causes.retainAll(opening);
        return Codes.joined(causes);
    }

    private static Map<UUID, List<Weighed>> weighings(Handle sql, Collection<UUID> children) {
        Map<UUID, List<Weighed>> weighings = new HashMap<>();
        sql.createQuery("""
                        select child_id, measured_on, age_months, weight_kg, length_for_age, weight_for_length, mark from weighing
                        where child_id = any(:children) and not voided order by child_id, measured_on""")
                .bindArray("children", UUID.class, children.toArray())
                .map((row, _) -> Map.entry(
                        row.getObject("child_id", UUID.class),
                        new Weighed(
                                requireNonNull(row.getObject("measured_on", LocalDate.class)),
                                row.getInt("age_months"),
                                row.getBigDecimal("weight_kg"),
                                row.getBigDecimal("length_for_age"),
                                row.getBigDecimal("weight_for_length"),
                                row.getString("mark"))))
                .forEach(entry -> weighings
                        .computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                        .add(entry.getValue()));
        return weighings;
    }
}
