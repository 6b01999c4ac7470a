package id.tumbuh.intervention.programme;

import id.tumbuh.intervention.change.Actor;
import id.tumbuh.intervention.change.Change;
import id.tumbuh.intervention.circumstance.Families;
import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Puts needs on the list of a programme that pays for what they need, row by row. */
@ApplicationScoped
class EnrolNeeds {
    private final Database database;

    EnrolNeeds(Database database) {
        this.database = database;
    }

    /** A need on the list, from a day to a day. */
    record Beneficiary(UUID needId, ProgrammeFunding.Time time) {}

    /** Nothing when the programme isn't there. */
    Optional<List<Change<Beneficiary>>> enrol(Actor actor, UUID programmeId, List<Beneficiary> wanted) {
        return database.write(
                actor.scope(),
                tx -> Programmes.find(tx.sql(), programmeId).map(programme -> enrolled(tx, actor, programme, wanted)));
    }

    private static List<Change<Beneficiary>> enrolled(
            Transaction tx, Actor actor, Programme programme, List<Beneficiary> wanted) {
        Optional<ProgrammeProblem> whole = fault(actor, programme);
        if (whole.isPresent()) {
            return wanted.stream()
                    .<Change<Beneficiary>>map(_ -> Change.Refused.because(whole.get()))
                    .toList();
        }
        List<UUID> ids = wanted.stream().map(Beneficiary::needId).toList();
        Map<UUID, String> areas = lockOpen(tx.sql(), ids);
        Map<UUID, Beneficiary> known = onTheList(tx.sql(), programme.id(), ids);
        Map<UUID, List<ProgrammeFunding.Time>> funded = fundedElsewhere(tx.sql(), programme, ids);
        List<Beneficiary> news = new ArrayList<>();
        List<Change<Beneficiary>> answers = new ArrayList<>(wanted.size());
        for (Beneficiary one : wanted) {
            Change<Beneficiary> change = known.containsKey(one.needId())
                    ? again(one, Objects.requireNonNull(known.get(one.needId())))
                    : decided(programme, one, areas, funded.getOrDefault(one.needId(), List.of()));
            answers.add(change);
            if (change instanceof Change.Created<Beneficiary>) {
                news.add(one);
                known.put(one.needId(), one);
                tx.audit(actor.did("ENROL_NEED", "need", one.needId(), areas.get(one.needId())));
            }
        }
        insert(tx.sql(), programme, news, areas);
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

    private static Change<Beneficiary> again(Beneficiary wanted, Beneficiary known) {
        return known.equals(wanted) ? new Change.Unchanged<>(known) : Change.Refused.because(ProgrammeProblem.ID_TAKEN);
    }

    private static Change<Beneficiary> decided(
            Programme programme, Beneficiary wanted, Map<UUID, String> areas, List<ProgrammeFunding.Time> funded) {
        if (!isWithin(wanted.time(), programme.year())) {
            return new Change.Refused<>(ProgrammeProblem.TIME_OUTSIDE_OF_YEAR, "/to");
        }
        if (!areas.containsKey(wanted.needId())) {
            return Change.Refused.because(ProgrammeProblem.NEED_NOT_OPEN);
        }
        return funded.stream().noneMatch(wanted.time()::meets)
                ? new Change.Created<>(wanted)
                : Change.Refused.because(ProgrammeProblem.ALREADY_FUNDED);
    }

    private static boolean isWithin(ProgrammeFunding.Time time, int year) {
        return !time.from().isBefore(LocalDate.of(year, 1, 1)) && !time.to().isAfter(LocalDate.of(year, 12, 31));
    }

    /** Under the lock of their families nothing else opens, closes or funds them. */
    private static Map<UUID, String> lockOpen(Handle sql, List<UUID> needs) {
        Set<UUID> families = new HashSet<>(sql.createQuery("select family_id from need where id = any(:ids)")
                .bindArray("ids", UUID.class, needs.toArray())
                .mapTo(UUID.class)
                .list());
        Families.lock(sql, Map.of(), families);
        Map<UUID, String> areas = new HashMap<>();
        sql.createQuery("select id, area_code from need where id = any(:ids) and state = 'OPEN'")
                .bindArray("ids", UUID.class, needs.toArray())
                .map((row, _) -> areas.put(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        return areas;
    }

    private static Map<UUID, Beneficiary> onTheList(Handle sql, UUID programme, List<UUID> needs) {
        Map<UUID, Beneficiary> known = new HashMap<>();
        sql.createQuery("""
                        select need_id, from_on, to_on from programme_beneficiary
                        where programme_id = :programme and need_id = any(:needs)""")
                .bind("programme", programme)
                .bindArray("needs", UUID.class, needs.toArray())
                .map((row, _) -> known.put(
                        row.getObject(1, UUID.class),
                        new Beneficiary(
                                row.getObject(1, UUID.class),
                                new ProgrammeFunding.Time(
                                        row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)))))
                .list();
        return known;
    }

    /** When other programmes give these needs the same. */
    private static Map<UUID, List<ProgrammeFunding.Time>> fundedElsewhere(
            Handle sql, Programme programme, List<UUID> needs) {
        Map<UUID, List<ProgrammeFunding.Time>> funded = new HashMap<>();
        sql.createQuery("""
                        select b.need_id, b.from_on, b.to_on
                        from programme_beneficiary b join programme p on p.id = b.programme_id
                        where b.need_id = any(:needs) and p.state = 'ACTIVE' and p.need_item = :item""")
                .bindArray("needs", UUID.class, needs.toArray())
                .bind("item", programme.plan().needItem())
                .map((row, _) -> funded.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                        .add(new ProgrammeFunding.Time(
                                row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class))))
                .list();
        return funded;
    }

    private static void insert(Handle sql, Programme programme, List<Beneficiary> news, Map<UUID, String> areas) {
        Columns.of(news)
                .uuid(_ -> programme.id())
                .uuid(Beneficiary::needId)
                .text(one -> areas.get(one.needId()))
                .as("date", one -> one.time().from())
                .as("date", one -> one.time().to())
                .update(sql, """
                        insert into programme_beneficiary (programme_id, need_id, area_code, from_on, to_on)
                        select * from unnest(?, ?, ?, ?, ?)""");
    }

    /** Takes a need off the list; again is no change. Nothing when the programme isn't there or not the actor's. */
    boolean remove(Actor actor, UUID programmeId, UUID needId) {
        return database.write(actor.scope(), tx -> {
            Optional<Programme> programme =
                    Programmes.find(tx.sql(), programmeId).filter(one -> ChangeProgramme.mayChange(actor, one));
            if (programme.isEmpty()) {
                return false;
            }
            int gone = tx.sql()
                    .createUpdate(
                            "delete from programme_beneficiary where programme_id = :programme and need_id = :need")
                    .bind("programme", programmeId)
                    .bind("need", needId)
                    .execute();
            if (gone == 1) {
                tx.audit(actor.did(
                        "TAKE_NEED_OFF", "need", needId, programme.get().area().value()));
            }
            return true;
        });
    }

    List<Beneficiary> list(Actor actor, UUID programmeId, UUID after, int rows) {
        return database.read(
                actor.scope(),
                sql -> sql.createQuery("""
                                select need_id, from_on, to_on from programme_beneficiary
                                where programme_id = :programme and need_id > :after order by need_id limit :rows""")
                        .bind("programme", programmeId)
                        .bind("after", after)
                        .bind("rows", rows)
                        .map((row, _) -> new Beneficiary(
                                row.getObject(1, UUID.class),
                                new ProgrammeFunding.Time(
                                        row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class))))
                        .list());
    }
}
