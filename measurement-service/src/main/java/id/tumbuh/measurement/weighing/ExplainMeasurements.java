package id.tumbuh.measurement.weighing;

import static java.time.temporal.ChronoUnit.MONTHS;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.measurement.growth.Age;
import id.tumbuh.measurement.growth.Assessment;
import id.tumbuh.measurement.growth.WeightVelocity;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import id.tumbuh.measurement.kms.CardEntry;
import id.tumbuh.measurement.kms.VelocityNote;
import id.tumbuh.measurement.kms.VelocityPolicy;
import id.tumbuh.measurement.kms.Weighing;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Adds to a child's measurements what helps to explain them to people who see other figures elsewhere. */
@ApplicationScoped
class ExplainMeasurements {

    private static final String VELOCITY_RULE = "kms.weight-velocity";

    private final WhoGrowthStandard standard;
    private final RuleBook rules;
    private final Clock clock;
    private final WeightVelocity velocity = WeightVelocity.load();

    ExplainMeasurements(WhoGrowthStandard standard, RuleBook rules, Clock clock) {
        this.standard = standard;
        this.rules = rules;
        this.clock = clock;
    }

    /** Measurements of one child. */
    List<Explanation> explain(Handle sql, RosteredChild child, List<AssessedMeasurement> measurements) {
        List<Weighing> card = card(sql, child.id());
        return measurements.stream().map(one -> explain(child, one, card)).toList();
    }

    private Explanation explain(RosteredChild child, AssessedMeasurement assessed, List<Weighing> card) {
        Measurement measurement = assessed.measurement();
        int months = Math.max(0, (int) MONTHS.between(child.birthDate(), measurement.measuredOn()));
        Assessment byMonths = measurement.measuredOn().isBefore(child.birthDate())
                ? assessed.assessment()
                : standard.assess(child.sex(), Age.ofMonths(months), measurement.measures());
        WeightVelocity.Gain gain = gain(child, measurement, card);
        CardEntry entry = measurement.marking().entry();
        VelocityNote note = gain == null || entry == null ? null : policy().note(entry.mark(), gain.z());
        return new Explanation(assessed, months, byMonths, gain, note);
    }

    private WeightVelocity.@Nullable Gain gain(RosteredChild child, Measurement measurement, List<Weighing> card) {
        CardEntry entry = measurement.marking().entry();
        Weighing before = card.stream()
                .filter(weighing -> weighing.on().isBefore(measurement.measuredOn()))
                .reduce((_, later) -> later)
                .orElse(null);
        if (entry == null || before == null || before.on().isBefore(child.birthDate())) {
            return null;
        }
        return velocity.gain(
                        child.sex(),
                        Age.on(before.on(), child.birthDate()),
                        Age.on(measurement.measuredOn(), child.birthDate()),
                        entry.grams() - before.grams())
                .orElse(null);
    }

    private static List<Weighing> card(Handle sql, UUID child) {
        return sql.createQuery("""
                        select id, measured_on, weight_kg from measurement
                        where child_id = :child and growth_mark is not null order by measured_on""")
                .bind("child", child)
                .map((row, _) -> new Weighing(
                        row.getObject("id", UUID.class),
                        row.getObject("measured_on", LocalDate.class),
                        Weighing.grams(row.getDouble("weight_kg"))))
                .list();
    }

    private VelocityPolicy policy() {
        JsonNode rule = rules.on(LocalDate.now(clock)).json(VELOCITY_RULE);
        return new VelocityPolicy(
                rule.required("slowBelowZ").doubleValue(),
                rule.required("usualFromZ").doubleValue());
    }
}
