package id.tumbuh.measurement.roster;

import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.sql.SetStatement;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.messaging.UnreadableEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps the roster in step with the registry. */
@ApplicationScoped
class RosterConsumer implements EventConsumer {

    private static final ZoneId DAY_BEGINS_IN = ZoneId.of("Asia/Jakarta");

    private final Roster roster;
    private final RosterGate gate;
    private final Instance<RosterFollower> followers;
    private final ForgetChildren forget;

    /** The part of the registry's child that measuring needs; other fields are ignored. */
    record ChildState(
            UUID childId,
            long version,
            UUID familyId,
            AreaCode areaCode,
            @Nullable UUID posyanduId,
            Sex sex,
            LocalDate birthDate,
            boolean active,
            @Nullable UUID mergedInto) {}

    private record Arrival(ChildState state, Instant time) {}

    RosterConsumer(Roster roster, RosterGate gate, Instance<RosterFollower> followers, ForgetChildren forget) {
        this.roster = roster;
        this.gate = gate;
        this.followers = followers;
        this.forget = forget;
    }

    @Override
    public String group() {
        return "measurement.roster";
    }

    @Override
    public Set<String> topics() {
        return Set.of("registry.children");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        Map<UUID, Arrival> newest = new TreeMap<>();
        Set<UUID> erased = new HashSet<>();
        for (ReceivedEvent event : events) {
            if (event.isTombstone()) {
                UUID child = id(event.key());
                newest.remove(child);
                erased.add(child);
                continue;
            }
            ChildState state = event.read(ChildState.class);
            erased.remove(state.childId());
            newest.merge(state.childId(), new Arrival(state, event.time()), RosterConsumer::newer);
        }
        newest.keySet().removeAll(ErasedPersons.among(tx.sql(), Set.copyOf(newest.keySet())));
        gate.close(tx.sql());
        List<RosterChange> changes = take(tx.sql(), newest);
        if (!changes.isEmpty()) {
            followers.forEach(follower -> follower.follow(tx, changes));
        }
        if (!erased.isEmpty()) {
            forget.forget(tx, erased);
        }
    }

    private static Arrival newer(Arrival one, Arrival other) {
        return other.state().version() > one.state().version() ? other : one;
    }

    private static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException notAnId) {
            throw new UnreadableEvent("KEY_NOT_AN_ID");
        }
    }

    private List<RosterChange> take(Handle sql, Map<UUID, Arrival> newest) {
        Map<UUID, RosteredChild> known = roster.lock(sql, newest.keySet());
        List<RosterChange> changes = new ArrayList<>();
        for (Arrival arrival : newest.values()) {
            RosteredChild before = known.get(arrival.state().childId());
            if (before == null || before.version() < arrival.state().version()) {
                changes.add(new RosterChange(before, after(before, arrival)));
            }
        }
        store(sql, changes.stream().map(RosterChange::after).toList());
        rememberResidences(sql, changes.stream().filter(RosterChange::moved).toList());
        return changes;
    }

    private static RosteredChild after(@Nullable RosteredChild before, Arrival arrival) {
        ChildState state = arrival.state();
        String area = state.areaCode().value();
        LocalDate areaSince = null;
        if (before != null) {
            areaSince = before.areaCode().equals(area) ? before.areaSince() : day(arrival.time());
        }
        return new RosteredChild(
                state.childId(),
                state.version(),
                state.familyId(),
                area,
                state.posyanduId(),
                state.sex(),
                state.birthDate(),
                state.active(),
                areaSince,
                state.mergedInto(),
                before == null ? GrowthStatus.UNKNOWN : before.growth());
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, DAY_BEGINS_IN);
    }

    private static void store(Handle sql, List<RosteredChild> children) {
        SetStatement.over(children, sql, """
                        insert into child (id, version, family_id, area_code, posyandu_id, sex, birth_date, active, area_since,
                               merged_into)
                        select id, version, family_id, area_code, posyandu_id, sex, date '1970-01-01' + birth_day, active,
                               area_since::date, merged_into
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as came (id, version, family_id, area_code, posyandu_id, sex,
                                birth_day, active, area_since, merged_into)
                        on conflict (id) do update set version = excluded.version, family_id = excluded.family_id,
                            area_code = excluded.area_code, posyandu_id = excluded.posyandu_id, sex = excluded.sex,
                            birth_date = excluded.birth_date, active = excluded.active, area_since = excluded.area_since,
                            merged_into = excluded.merged_into
                        where child.version < excluded.version""")
                .uuid(RosteredChild::id)
                .whole(RosteredChild::version)
                .uuid(RosteredChild::familyId)
                .text(RosteredChild::areaCode)
                .uuid(RosteredChild::posyanduId)
                .text(child -> child.sex().name())
                .day(RosteredChild::birthDate)
                .flag(RosteredChild::active)
                .text(child ->
                        child.areaSince() == null ? null : child.areaSince().toString())
                .uuid(RosteredChild::mergedInto)
                .execute();
    }

    /** Two moves on one day leave the first area out: nothing can be counted there. */
    private static void rememberResidences(Handle sql, List<RosterChange> moves) {
        SetStatement.over(moves, sql, """
                        insert into former_residence (child_id, until_date, area_code)
                        select child_id, until_date::date, area_code
                        from unnest(?, ?, ?) as left_behind (child_id, until_date, area_code)
                        on conflict do nothing""")
                .uuid(move -> move.after().id())
                .text(move -> String.valueOf(move.after().areaSince()))
                .text(move -> move.before() == null ? null : move.before().areaCode())
                .execute();
    }
}
