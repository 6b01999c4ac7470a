package id.tumbuh.intervention.programme;

import id.tumbuh.intervention.change.Actor;
import id.tumbuh.intervention.change.Change;
import id.tumbuh.intervention.circumstance.Families;
import id.tumbuh.intervention.need.Need;
import id.tumbuh.intervention.need.Needs;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Puts needs on the list of a programme that pays for what they need, row by row. */
@ApplicationScoped
class EnrolNeeds {
    private final Database database;
    private final RuleBook rules;
    private final Followers followers;
    private final EndEnrolments end;

    EnrolNeeds(Database database, RuleBook rules, Followers followers, EndEnrolments end) {
        this.database = database;
        this.rules = rules;
        this.followers = followers;
        this.end = end;
    }

    /**
     * A need to be on the list.
     *
     * @param to null for as long as the rule {@code programme.gives} says
     */
    record Wanted(UUID needId, LocalDate from, @Nullable LocalDate to) {}

    /** Nothing when the programme isn't there. */
    Optional<List<Change<Enrolment>>> enrol(Actor actor, UUID programmeId, List<Wanted> wanted) {
        return database.write(
                actor.scope(),
                tx -> Programmes.share(tx.sql(), programmeId).map(programme -> enrolled(tx, actor, programme, wanted)));
    }

    private List<Change<Enrolment>> enrolled(Transaction tx, Actor actor, Programme programme, List<Wanted> wanted) {
        Optional<ProgrammeProblem> whole = fault(actor, programme);
        if (whole.isPresent()) {
            return wanted.stream()
                    .<Change<Enrolment>>map(_ -> Change.Refused.because(whole.get()))
                    .toList();
        }
        List<UUID> ids = wanted.stream().map(Wanted::needId).toList();
        Map<UUID, Need.Open> open = lockOpen(tx.sql(), ids);
        Listed listed = new Listed(programme, open, rules);
        listed.read(tx, ids);
        List<Enrolment> news = new ArrayList<>();
        List<Change<Enrolment>> answers = new ArrayList<>(wanted.size());
        for (Wanted one : wanted) {
            Change<Enrolment> change = listed.add(one);
            answers.add(change);
            if (change instanceof Change.Created<Enrolment>(var enrolment)) {
                news.add(enrolment);
                tx.audit(actor.did(
                        "ENROL_NEED",
                        "need",
                        one.needId(),
                        enrolment.home().area().value()));
            }
        }
        followers.storeNew(tx, news);
        return answers;
    }

    private static Optional<ProgrammeProblem> fault(Actor actor, Programme programme) {
        if (!ChangeProgramme.mayChange(actor, programme)) {
            return Optional.of(ProgrammeProblem.NOT_YOUR_FIELD);
        }
        if (programme.state() == Programme.State.WITHDRAWN) {
            return Optional.of(ProgrammeProblem.PROGRAMME_WITHDRAWN);
        }
        return programme.plan().needItem() == null
                ? Optional.of(ProgrammeProblem.PROGRAMME_SERVES_NO_NEED)
                : Optional.empty();
    }

    /** Under the lock of their families nothing else opens, closes or funds them. */
    private static Map<UUID, Need.Open> lockOpen(Handle sql, List<UUID> needs) {
        Set<UUID> families = new HashSet<>(sql.createQuery("select family_id from need where id = any(:ids)")
                .bindArray("ids", UUID.class, needs.toArray())
                .mapTo(UUID.class)
                .list());
        Families.lock(sql, Map.of(), families);
        Map<UUID, Need.Open> open = new HashMap<>();
        sql.createQuery("select * from need where id = any(:ids) and state = 'OPEN'")
                .bindArray("ids", UUID.class, needs.toArray())
                .map((row, _) -> Needs.need(row))
                .forEach(need -> {
                    if (need instanceof Need.Open one) {
                        open.put(one.id(), one);
                    }
                });
        return open;
    }

    /** Takes a need off the list; again is no change. Nothing when the programme isn't there or not the actor's. */
    boolean remove(Actor actor, UUID programmeId, UUID needId) {
        return database.write(actor.scope(), tx -> {
            Optional<Programme> programme =
                    Programmes.find(tx.sql(), programmeId).filter(one -> ChangeProgramme.mayChange(actor, one));
            if (programme.isEmpty()) {
                return false;
            }
            lockOpen(tx.sql(), List.of(needId));
            List<Enrolment> lasting = Enrolments.lastingOf(tx.sql(), List.of(needId)).stream()
                    .filter(one -> one.programmeId().equals(programmeId))
                    .toList();
            end.end(tx, lasting, Enrolment.Reason.TAKEN_OFF);
            lasting.forEach(_ -> tx.audit(actor.did(
                    "TAKE_NEED_OFF", "need", needId, programme.get().area().value())));
            return true;
        });
    }

    List<Enrolment> list(Actor actor, UUID programmeId, UUID after, int rows) {
        return database.read(actor.scope(), sql -> Enrolments.page(sql, programmeId, after, rows));
    }
}
