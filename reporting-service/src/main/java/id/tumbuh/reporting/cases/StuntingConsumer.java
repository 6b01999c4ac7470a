package id.tumbuh.reporting.cases;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.progress.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the case list: a child enters when it becomes stunted and leaves when it ceases to be. */
@ApplicationScoped
public class StuntingConsumer implements EventConsumer {
    public static final String GROUP = "reporting.cases";

    private final Progress progress;

    StuntingConsumer(Progress progress) {
        this.progress = progress;
    }

    /** The part of the child's growth status that the case list needs. */
    record Status(
            UUID childId,
            UUID familyId,
            String areaCode,
            String sex,
            String stunting,
            @Nullable LocalDate since,
            @Nullable LocalDate measuredOn,
            @Nullable BigDecimal lengthHeightForAge,
            @Nullable Integer ageMonths) {}

    private record Newest(ReceivedEvent event, Status status) {}

    private static final class Difference {
        private long stunted;
        private long severely;
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public Set<String> topics() {
        return Set.of("measurement.children");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        Map<UUID, Newest> newest = new HashMap<>();
        for (ReceivedEvent event : events) {
            if (!event.isTombstone()) {
                Status status = event.read(Status.class);
                newest.merge(
                        status.childId(),
                        new Newest(event, status),
                        (one, other) -> one.event().sequence() >= other.event().sequence() ? one : other);
            }
        }
        newest.keySet().removeAll(ErasedPersons.among(tx.sql(), Set.copyOf(newest.keySet())));
        count(tx, store(tx, newest.values()));
        progress.include(tx, GROUP, events);
    }

    private static Map<String, Difference> store(Transaction tx, Collection<Newest> children) {
        Map<String, Difference> differences = new TreeMap<>();
        tx.sql()
                .createQuery("""
                        insert into stunting_case as held (child_id, version, family_id, area_code, sex, stunting, since,
                            measured_on, height_for_age, age_months, changed_at)
                        select * from unnest(:ids, :versions, :families, :areas, :sexes, :states, :since, :measured,
                            :heights, :ages, :times) as c (child_id) order by child_id
                        on conflict on constraint stunting_case_pk do update
                        set version = excluded.version, family_id = excluded.family_id,
                            area_code = excluded.area_code, sex = excluded.sex, stunting = excluded.stunting,
                            since = excluded.since, measured_on = excluded.measured_on,
                            height_for_age = excluded.height_for_age, age_months = excluded.age_months,
                            changed_at = excluded.changed_at
                        where held.version < excluded.version
                        returning old.area_code as old_area, old.stunting as old_stunting,
                            new.area_code as new_area, new.stunting as new_stunting""")
                .bindArray("ids", UUID.class, array(children, it -> it.status().childId()))
                .bindArray(
                        "versions", Long.class, array(children, it -> it.event().sequence()))
                .bindArray(
                        "families",
                        UUID.class,
                        array(children, it -> it.status().familyId()))
                .bindArray(
                        "areas", String.class, array(children, it -> it.status().areaCode()))
                .bindArray(
                        "sexes", String.class, array(children, it -> it.status().sex()))
                .bindArray(
                        "states",
                        String.class,
                        array(children, it -> it.status().stunting()))
                .bindArray(
                        "since",
                        LocalDate.class,
                        array(children, it -> it.status().since()))
                .bindArray(
                        "measured",
                        LocalDate.class,
                        array(children, it -> it.status().measuredOn()))
                .bindArray(
                        "heights",
                        BigDecimal.class,
                        array(children, it -> it.status().lengthHeightForAge()))
                .bindArray(
                        "ages", Integer.class, array(children, it -> it.status().ageMonths()))
                .bindArray(
                        "times",
                        OffsetDateTime.class,
                        array(children, it -> it.event().time().atOffset(ZoneOffset.UTC)))
                .map((row, _) -> {
                    add(differences, row.getString("old_area"), row.getString("old_stunting"), -1);
                    add(differences, row.getString("new_area"), row.getString("new_stunting"), 1);
                    return 1;
                })
                .list();
        return differences;
    }

    /** Takes erased children off the case list; returns how many lines went. */
    public static long erase(Transaction tx, Collection<UUID> children) {
        Map<String, Difference> differences = new TreeMap<>();
        int gone = tx.sql()
                .createQuery("""
                        delete from stunting_case where child_id = any(:children)
                        returning area_code, stunting""")
                .bindArray("children", UUID.class, children.toArray())
                .map((row, _) -> {
                    add(differences, row.getString("area_code"), row.getString("stunting"), -1);
                    return 1;
                })
                .list()
                .size();
        count(tx, differences);
        return gone;
    }

    private static void add(
            Map<String, Difference> differences, @Nullable String area, @Nullable String stunting, int direction) {
        if (area == null || stunting == null || stunting.equals("NORMAL")) {
            return;
        }
        for (String level : Country.levelsOf(area)) {
            Difference difference = differences.computeIfAbsent(level, _ -> new Difference());
            difference.stunted += direction;
            difference.severely += stunting.equals("SEVERELY_STUNTED") ? direction : 0;
        }
    }

    private static void count(Transaction tx, Map<String, Difference> differences) {
        differences.values().removeIf(it -> it.stunted == 0 && it.severely == 0);
        if (differences.isEmpty()) {
            return;
        }
        tx.sql()
                .createUpdate("""
                        insert into case_counter as held (area_code, stunted, severely_stunted)
                        select * from unnest(:areas, :stunted, :severely)
                        on conflict on constraint case_counter_pk do update
                        set stunted = held.stunted + excluded.stunted,
                            severely_stunted = held.severely_stunted + excluded.severely_stunted""")
                .bindArray("areas", String.class, differences.keySet().toArray())
                .bindArray("stunted", Long.class, array(differences.values(), it -> it.stunted))
                .bindArray("severely", Long.class, array(differences.values(), it -> it.severely))
                .execute();
    }

    private static <T> @Nullable Object[] array(Collection<T> rows, Function<T, @Nullable Object> field) {
        return rows.stream().map(field).toArray();
    }
}
