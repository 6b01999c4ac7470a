package id.tumbuh.reporting.cases;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.progress.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps the case list: a child enters when it becomes stunted and leaves when it ceases to be, or is too old. */
@ApplicationScoped
public class StuntingConsumer implements EventConsumer {
    public static final String GROUP = "reporting.cases";

    /** Answers where the child was on the list and where it is now; an area is null where it is not. */
    private static final String STORE = """
            insert into stunting_case as held (child_id, version, family_id, area_code, sex, stunting, since,
                measured_on, height_for_age, age_months, changed_at, outgrown_on, outgrown)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as c (child_id) order by child_id
            on conflict on constraint stunting_case_pk do update
            set version = excluded.version, family_id = excluded.family_id,
                area_code = excluded.area_code, sex = excluded.sex, stunting = excluded.stunting,
                since = excluded.since, measured_on = excluded.measured_on,
                height_for_age = excluded.height_for_age, age_months = excluded.age_months,
                changed_at = excluded.changed_at, outgrown_on = excluded.outgrown_on, outgrown = excluded.outgrown
            where held.version < excluded.version
            returning case when not old.outgrown then old.area_code end as old_area, old.stunting as old_stunting,
                case when not new.outgrown then new.area_code end as new_area, new.stunting as new_stunting""";

    private final Progress progress;
    private final CaseRules rules;

    StuntingConsumer(Progress progress, CaseRules rules) {
        this.progress = progress;
        this.rules = rules;
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

    private record Newest(ReceivedEvent event, Status status) {
        @Nullable
        LocalDate outgrownOn(CaseRules.Values rules) {
            return rules.outgrownOn(status, MonthCounters.dayOf(event.time()));
        }
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
        store(tx.sql(), newest.values(), rules.today());
        progress.include(tx, GROUP, events);
    }

    private static void store(Handle sql, Collection<Newest> children, CaseRules.Values rules) {
        CaseDifferences differences = new CaseDifferences();
        LocalDate today = MonthCounters.today();
        Columns.of(List.copyOf(children))
                .uuid(it -> it.status().childId())
                .int8(it -> it.event().sequence())
                .uuid(it -> it.status().familyId())
                .text(it -> it.status().areaCode())
                .text(it -> it.status().sex())
                .text(it -> it.status().stunting())
                .as("date", it -> it.status().since())
                .as("date", it -> it.status().measuredOn())
                .as("numeric", it -> it.status().lengthHeightForAge())
                .int4(it -> it.status().ageMonths())
                .as("timestamptz", it -> it.event().time().atOffset(ZoneOffset.UTC))
                .as("date", it -> it.outgrownOn(rules))
                .as("bool", it -> isOutgrown(it.outgrownOn(rules), today))
                .query(sql, STORE, row -> {
                    differences.take(row.getString("old_area"), row.getString("old_stunting"));
                    return differences.put(row.getString("new_area"), row.getString("new_stunting"));
                });
        differences.write(sql);
    }

    private static boolean isOutgrown(@Nullable LocalDate day, LocalDate today) {
        return day != null && !day.isAfter(today);
    }

    /** Takes erased children off the case list; returns how many lines went. */
    public static long erase(Transaction tx, Collection<UUID> children) {
        CaseDifferences differences = new CaseDifferences();
        int gone = tx.sql()
                .createQuery("""
                        delete from stunting_case where child_id = any(:children)
                        returning case when not outgrown then area_code end, stunting""")
                .bindArray("children", UUID.class, children.toArray())
                .map((row, _) -> differences.take(row.getString(1), row.getString(2)))
                .list()
                .size();
        differences.write(tx.sql());
        return gone;
    }
}
