package id.tumbuh.reporting.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.messaging.UnreadableEvent;
import id.tumbuh.reporting.progress.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the newest assessment of each posyandu and month; an older version changes nothing. */
@ApplicationScoped
public class QualityConsumer implements EventConsumer {
    public static final String GROUP = "reporting.quality";

    private final Progress progress;
    private final ObjectMapper json;

    QualityConsumer(Progress progress, ObjectMapper json) {
        this.progress = progress;
        this.json = json;
    }

    private record Newest(ReceivedEvent event, Assessment assessment, LocalDate month) {}

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public Set<String> topics() {
        return Set.of("measurement.quality");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        // In the order of the key, so that two instances never wait for each other.
        Map<String, Newest> newest = new TreeMap<>();
        for (ReceivedEvent event : events) {
            if (!event.isTombstone()) {
                Assessment assessment = event.read(Assessment.class);
                newest.merge(
                        assessment.posyanduId() + "/" + assessment.month(),
                        new Newest(event, assessment, month(assessment)),
                        (one, other) -> one.event().sequence() >= other.event().sequence() ? one : other);
            }
        }
        if (!newest.isEmpty()) {
            store(tx, newest.values());
        }
        progress.include(tx, GROUP, events);
    }

    private static LocalDate month(Assessment assessment) {
        try {
            return YearMonth.parse(assessment.month()).atDay(1);
        } catch (DateTimeException noMonth) {
            throw new UnreadableEvent("MONTH_UNREADABLE");
        }
    }

    private void store(Transaction tx, Collection<Newest> newest) {
        tx.sql()
                .createUpdate("""
                        insert into posyandu_quality as held (posyandu_id, month, version, area_code, measured, verdict, implausible,
                            checked, rounded_heights, heights, spread, spread_of, cases, classed, no_case, signs)
                        select posyandu_id, month, version, area_code, measured, verdict, implausible, checked, rounded_heights,
                            heights, spread, spread_of, cases, classed, no_case, cast(signs as jsonb)
                        from unnest(:posyandu, :months, :versions, :areas, :measured, :verdicts, :implausible, :checked, :rounded,
                                :heights, :spreads, :spreadOf, :cases, :classed, :noCase, :signs)
                            as told (posyandu_id, month, version, area_code, measured, verdict, implausible, checked,
                                rounded_heights, heights, spread, spread_of, cases, classed, no_case, signs)
                        on conflict on constraint posyandu_quality_pk do update
                        set version = excluded.version, area_code = excluded.area_code, measured = excluded.measured,
                            verdict = excluded.verdict, implausible = excluded.implausible, checked = excluded.checked,
                            rounded_heights = excluded.rounded_heights, heights = excluded.heights, spread = excluded.spread,
                            spread_of = excluded.spread_of, cases = excluded.cases, classed = excluded.classed,
                            no_case = excluded.no_case, signs = excluded.signs
                        where held.version < excluded.version""")
                .bindArray("posyandu", UUID.class, of(newest, Assessment::posyanduId))
                .bindArray(
                        "months",
                        LocalDate.class,
                        newest.stream().map(Newest::month).toArray())
                .bindArray(
                        "versions",
                        Long.class,
                        newest.stream().map(one -> one.event().sequence()).toArray())
                .bindArray("areas", String.class, of(newest, Assessment::areaCode))
                .bindArray("measured", Long.class, of(newest, Assessment::measured))
                .bindArray("verdicts", String.class, of(newest, Assessment::verdict))
                .bindArray("implausible", Long.class, of(newest, it -> it.numerator(Assessment.IMPLAUSIBLE)))
                .bindArray("checked", Long.class, of(newest, it -> it.denominator(Assessment.IMPLAUSIBLE)))
                .bindArray("rounded", Long.class, of(newest, it -> it.numerator(Assessment.ROUNDED_HEIGHTS)))
                .bindArray("heights", Long.class, of(newest, it -> it.denominator(Assessment.ROUNDED_HEIGHTS)))
                .bindArray("spreads", BigDecimal.class, of(newest, QualityConsumer::spread))
                .bindArray("spreadOf", Long.class, of(newest, it -> it.denominator(Assessment.SPREAD)))
                .bindArray("cases", Long.class, of(newest, it -> it.numerator(Assessment.NO_CASE)))
                .bindArray("classed", Long.class, of(newest, it -> it.denominator(Assessment.NO_CASE)))
                .bindArray("noCase", Boolean.class, of(newest, Assessment::hasNoCase))
                .bindArray("signs", String.class, of(newest, this::signs))
                .execute();
    }

    @SuppressWarnings("NullAway") // an array for the database, where null is a value
    private static Object[] of(Collection<Newest> newest, Function<Assessment, @Nullable Object> part) {
        return newest.stream().map(one -> part.apply(one.assessment())).toArray();
    }

    private static @Nullable BigDecimal spread(Assessment assessment) {
        return assessment
                .sign(Assessment.SPREAD)
                .map(Assessment.Sign::value)
                .map(BigDecimal::valueOf)
                .orElse(null);
    }

    private String signs(Assessment assessment) {
        try {
            return json.writeValueAsString(assessment.unwell());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
