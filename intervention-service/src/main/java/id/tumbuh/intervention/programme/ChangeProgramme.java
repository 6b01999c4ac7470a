package id.tumbuh.intervention.programme;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.change.Actor;
import id.tumbuh.intervention.change.Change;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.change.FreeText;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Plans, realises, evaluates and withdraws programmes; each change stored, announced and audited in one transaction. */
@ApplicationScoped
class ChangeProgramme {
    private final Database database;
    private final RuleBook rules;
    private final ObjectMapper json;

    ChangeProgramme(Database database, RuleBook rules, ObjectMapper json) {
        this.database = database;
        this.rules = rules;
        this.json = json;
    }

    /** A programme to be, before its OPD is known to be there. */
    record New(UUID id, UUID opdId, AreaCode area, int year, Programme.Plan plan) {}

    /** The programme as its changer has read it. */
    record Read(UUID id, long version) {}

    Change<Programme> plan(Actor actor, New wanted) {
        PlanRules today = PlanRules.of(rules.on(Days.today()));
        return database.write(actor.scope(), tx -> {
            Optional<Opd> opd =
                    Opds.find(tx.sql(), wanted.opdId()).filter(one -> one.area().contains(wanted.area()));
            if (opd.isEmpty()) {
                return Change.Refused.because(ProgrammeProblem.OPD_UNKNOWN);
            }
            if (!actor.scope().allows(wanted.area())) {
                return new Change.Unknown<>();
            }
            Programme programme = new Programme(
                    wanted.id(),
                    wanted.opdId(),
                    opd.get().field(),
                    wanted.area(),
                    wanted.year(),
                    wanted.plan(),
                    List.of(),
                    null,
                    Programme.State.ACTIVE,
                    1);
            return planned(tx, actor, programme, today);
        });
    }

    private Change<Programme> planned(Transaction tx, Actor actor, Programme programme, PlanRules today) {
        if (!mayChange(actor, programme)) {
            return Change.Refused.because(ProgrammeProblem.NOT_YOUR_FIELD);
        }
        Optional<PlanRules.Fault> fault = fault(tx.sql(), programme, today);
        if (fault.isPresent()) {
            return refused(fault.get());
        }
        if (!Programmes.insert(tx.sql(), programme)) {
            return Programmes.find(tx.sql(), programme.id())
                    .filter(known -> known.isAs(programme))
                    .<Change<Programme>>map(Change.Unchanged::new)
                    .orElseGet(() -> Change.Refused.because(ProgrammeProblem.ID_TAKEN));
        }
        ProgrammeDays.put(tx, programme);
        tell(tx, actor, "PLAN_PROGRAMME", ProgrammeEvent.of(programme, ProgrammeEvent.Happened.CHANGED));
        return new Change.Created<>(programme);
    }

    Change<Programme> replan(Actor actor, Read read, Programme.Plan plan) {
        PlanRules today = PlanRules.of(rules.on(Days.today()));
        return change(actor, read, "REPLAN_PROGRAMME", (sql, before) -> {
            Programme after = before.planned(plan);
            if (!Objects.equals(before.plan().needItem(), plan.needItem()) && hasNeeds(sql, before.id())) {
                return new Change.Refused<>(ProgrammeProblem.PROGRAMME_HAS_NEEDS, "/servesNeedItem");
            }
            return fault(sql, after, today)
                    .<Change<Programme>>map(ChangeProgramme::refused)
                    .orElseGet(() -> new Change.Done<>(after));
        });
    }

    Change<Programme> realise(Actor actor, Read read, Programme.Quarter quarter) {
        LocalDate day = Days.today();
        PlanRules today = PlanRules.of(rules.on(day));
        return change(actor, read, "REALISE_PROGRAMME", (_, before) -> {
            if (LocalDate.of(before.year(), 3 * quarter.number() - 2, 1).isAfter(day)) {
                return new Change.Refused<>(ProgrammeProblem.QUARTER_NOT_BEGUN, "");
            }
            return today.fault(quarter)
                    .<Change<Programme>>map(ChangeProgramme::refused)
                    .orElseGet(() -> new Change.Done<>(before.realised(quarter)));
        });
    }

    Change<Programme> evaluate(Actor actor, Read read, String words) {
        if (!FreeText.namesNobody(words)) {
            return new Change.Refused<>(ProgrammeProblem.TEXT_NAMES_SOMEBODY, "/evaluation");
        }
        return change(actor, read, "EVALUATE_PROGRAMME", (_, before) -> new Change.Done<>(before.evaluated(words)));
    }

    Change<Programme> withdraw(Actor actor, Read read) {
        return change(actor, read, "WITHDRAW_PROGRAMME", (_, before) -> new Change.Done<>(before.withdrawn()));
    }

    /** What a change makes of a programme. */
    private interface Step {
        Change<Programme> of(Handle sql, Programme before);
    }

    private Change<Programme> change(Actor actor, Read read, String action, Step step) {
        return database.write(
                actor.scope(),
                tx -> Programmes.lock(tx.sql(), read.id())
                        .map(before -> changed(tx, actor, read, before, action, step))
                        .orElseGet(Change.Unknown::new));
    }

    private Change<Programme> changed(
            Transaction tx, Actor actor, Read read, Programme before, String action, Step step) {
        if (!mayChange(actor, before)) {
            return Change.Refused.because(ProgrammeProblem.NOT_YOUR_FIELD);
        }
        if (before.version() != read.version() && before.version() != read.version() + 1) {
            return new Change.Stale<>();
        }
        if (before.state() == Programme.State.WITHDRAWN && before.version() == read.version()) {
            return Change.Refused.because(ProgrammeProblem.PROGRAMME_WITHDRAWN);
        }
        Change<Programme> change = step.of(tx.sql(), before);
        if (!(change instanceof Change.Done<Programme>(var after))) {
            return change;
        }
        if (after.isAs(before)) {
            return new Change.Unchanged<>(before); // also the same sent again, whose first answer was lost
        }
        if (before.version() != read.version()) {
            return new Change.Stale<>();
        }
        store(tx, actor, action, before, after);
        return change;
    }

    private void store(Transaction tx, Actor actor, String action, Programme before, Programme after) {
        Programmes.update(tx.sql(), after);
        List<Programme.Quarter> news = after.quarters().stream()
                .filter(quarter -> !before.quarters().contains(quarter))
                .toList();
        news.forEach(quarter -> Programmes.storeQuarter(tx.sql(), after, quarter));
        ProgrammeDays.put(tx, after);
        tell(
                tx,
                actor,
                action,
                ProgrammeEvent.of(
                        after, news.isEmpty() ? ProgrammeEvent.Happened.CHANGED : ProgrammeEvent.Happened.REALISED));
    }

    private void tell(Transaction tx, Actor actor, String action, ProgrammeEvent event) {
        tx.announce(Announcement.of(event, json));
        tx.audit(actor.did(action, "programme", event.programmeId(), event.areaCode()));
    }

    private static Optional<PlanRules.Fault> fault(Handle sql, Programme programme, PlanRules rules) {
        return rules.fault(programme.plan()).or(() -> parentFault(sql, programme));
    }

    /** One level only, and around it: so that the sum of any area can leave out what its own part of the money is. */
    private static Optional<PlanRules.Fault> parentFault(Handle sql, Programme programme) {
        UUID parent = programme.plan().partOf();
        if (parent == null) {
            return Optional.empty();
        }
        boolean fits = Programmes.find(sql, parent)
                .filter(found -> found.year() == programme.year())
                .filter(found -> found.plan().partOf() == null)
                .filter(found ->
                        found.area().contains(programme.area()) && !found.id().equals(programme.id()))
                .isPresent();
        return fits && !hasParts(sql, programme.id())
                ? Optional.empty()
                : Optional.of(new PlanRules.Fault(ProgrammeProblem.PARENT_UNFIT, "/partOf"));
    }

    private static boolean hasNeeds(Handle sql, UUID id) {
        return sql.createQuery(
                        "select exists (select 1 from programme_beneficiary where programme_id = :id and end_reason is null)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    private static boolean hasParts(Handle sql, UUID id) {
        return sql.createQuery("select exists (select 1 from programme where part_of = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    /** A TPPS changes all of its area; people of an OPD what is of their field. */
    static boolean mayChange(Actor actor, Programme programme) {
        return !actor.isOpdOnly() || programme.opdField().equals(actor.opd());
    }

    private static Change<Programme> refused(PlanRules.Fault fault) {
        return new Change.Refused<>(fault.reason(), fault.pointer());
    }
}
