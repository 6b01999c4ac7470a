package id.tumbuh.reporting.population;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.progress.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts children by area, birth month and sex. A child that moves or is corrected leaves one counter for another. */
@ApplicationScoped
public class PopulationConsumer implements EventConsumer {
    public static final String GROUP = "reporting.population";

    private final Progress progress;

    PopulationConsumer(Progress progress) {
        this.progress = progress;
    }

    /** The part of child-registered.v1 and child-changed.v1 that counting needs. */
    record ChildState(UUID childId, String areaCode, String sex, LocalDate birthDate, boolean active) {}

    /** Where a child is counted; null fields come from a child not counted before. */
    private record Counted(String areaCode, LocalDate birthMonth, String sex) implements Comparable<Counted> {
        @Override
        public int compareTo(Counted other) {
            int byArea = areaCode.compareTo(other.areaCode);
            int byMonth = byArea != 0 ? byArea : birthMonth.compareTo(other.birthMonth);
            return byMonth != 0 ? byMonth : sex.compareTo(other.sex);
        }
    }

    private record Newest(ReceivedEvent event, ChildState child) {}

    private record Change(
            @Nullable Counted before, @Nullable Counted after) {}

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public Set<String> topics() {
        return Set.of("registry.children");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        Map<UUID, Newest> newest = new HashMap<>();
        for (ReceivedEvent event : events) {
            if (!event.isTombstone()) {
                ChildState child = event.read(ChildState.class);
                newest.merge(
                        child.childId(),
                        new Newest(event, child),
                        (one, other) -> one.event().sequence() >= other.event().sequence() ? one : other);
            }
        }
        newest.keySet().removeAll(ErasedPersons.among(tx.sql(), Set.copyOf(newest.keySet())));
        count(tx, store(tx, newest.values()));
        progress.include(tx, GROUP, events);
    }

    private static List<Change> store(Transaction tx, Collection<Newest> children) {
        return tx.sql()
                .createQuery("""
                        insert into child as held (child_id, version, area_code, sex, birth_month, active)
                        select * from unnest(:ids, :versions, :areas, :sexes, :months, :active)
                            as c (child_id, version, area_code, sex, birth_month, active) order by child_id
                        on conflict on constraint child_pk do update
                        set version = excluded.version, area_code = excluded.area_code, sex = excluded.sex,
                            birth_month = excluded.birth_month, active = excluded.active
                        where held.version < excluded.version
                        returning old.area_code as old_area, old.birth_month as old_month, old.sex as old_sex,
                            old.active as old_active, new.area_code as new_area, new.birth_month as new_month,
                            new.sex as new_sex, new.active as new_active""")
                .bindArray(
                        "ids",
                        UUID.class,
                        children.stream().map(it -> it.child().childId()).toArray())
                .bindArray(
                        "versions",
                        Long.class,
                        children.stream().map(it -> it.event().sequence()).toArray())
                .bindArray(
                        "areas",
                        String.class,
                        children.stream().map(it -> it.child().areaCode()).toArray())
                .bindArray(
                        "sexes",
                        String.class,
                        children.stream().map(it -> it.child().sex()).toArray())
                .bindArray(
                        "months",
                        LocalDate.class,
                        children.stream()
                                .map(it -> it.child().birthDate().withDayOfMonth(1))
                                .toArray())
                .bindArray(
                        "active",
                        Boolean.class,
                        children.stream().map(it -> it.child().active()).toArray())
                .map((row, _) -> new Change(counted(row, "old_"), counted(row, "new_")))
                .list();
    }

    /** Takes erased children out of the population; returns how many went. */
    public static long erase(Transaction tx, Collection<UUID> children) {
        List<Change> gone = tx.sql()
                .createQuery("""
                        delete from child where child_id = any(:children)
                        returning area_code as old_area, birth_month as old_month, sex as old_sex, active as old_active""")
                .bindArray("children", UUID.class, children.toArray())
                .map((row, _) -> new Change(counted(row, "old_"), null))
                .list();
        count(tx, gone);
        return gone.size();
    }

    private static @Nullable Counted counted(ResultSet row, String side) throws SQLException {
        return row.getBoolean(side + "active")
                ? new Counted(
                        row.getString(side + "area"),
                        row.getObject(side + "month", LocalDate.class),
                        row.getString(side + "sex"))
                : null;
    }

    private static void count(Transaction tx, List<Change> changes) {
        Map<Counted, Long> differences = new TreeMap<>();
        for (Change change : changes) {
            if (!Objects.equals(change.before(), change.after())) {
                add(differences, change.before(), -1);
                add(differences, change.after(), 1);
            }
        }
        differences.values().removeIf(difference -> difference == 0);
        if (differences.isEmpty()) {
            return;
        }
        List<Counted> keys = new ArrayList<>(differences.keySet());
        tx.sql()
                .createUpdate("""
                        insert into population_counter as held (area_code, birth_month, sex, children)
                        select * from unnest(:areas, :months, :sexes, :differences)
                        on conflict on constraint population_counter_pk
                        do update set children = held.children + excluded.children""")
                .bindArray(
                        "areas",
                        String.class,
                        keys.stream().map(Counted::areaCode).toArray())
                .bindArray(
                        "months",
                        LocalDate.class,
                        keys.stream().map(Counted::birthMonth).toArray())
                .bindArray(
                        "sexes", String.class, keys.stream().map(Counted::sex).toArray())
                .bindArray(
                        "differences",
                        Long.class,
                        keys.stream().map(differences::get).toArray())
                .execute();
    }

    private static void add(Map<Counted, Long> differences, @Nullable Counted where, long difference) {
        if (where != null) {
            for (String level : Country.levelsOf(where.areaCode())) {
                differences.merge(new Counted(level, where.birthMonth(), where.sex()), difference, Long::sum);
            }
        }
    }
}
