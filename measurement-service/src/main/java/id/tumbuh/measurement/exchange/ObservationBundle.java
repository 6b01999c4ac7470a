package id.tumbuh.measurement.exchange;

import id.tumbuh.measurement.exchange.SatusehatCodes.Code;
import id.tumbuh.measurement.growth.Category;
import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.Measures;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * One measurement as a transaction: every observation is put under an identifier of its own, so that sending it again, or a
 * correction of it, changes the same resources. z-score and class of an index are one observation and never apart.
 */
final class ObservationBundle {

    private static final String IDENTIFIER_SYSTEM = "urn:ietf:rfc:3986";
    private static final String UCUM = "http://unitsofmeasure.org";
    private static final String CATEGORIES = "http://terminology.hl7.org/CodeSystem/observation-category";
    private static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

    private final ExchangedMeasurement measurement;
    private final SatusehatCodes codes;
    private final String subjectSystem;

    ObservationBundle(ExchangedMeasurement measurement, SatusehatCodes codes, String subjectSystem) {
        this.measurement = measurement;
        this.codes = codes;
        this.subjectSystem = subjectSystem;
    }

    /** A bundle, and the observations the destination holds once it has taken it. */
    record Built(Bundle bundle, Set<ObservationKind> kinds) {}

    /**
     * Nothing to send leaves the bundle without entries.
     *
     * @param held what the destination holds of this measurement: what is gone from it is taken back
     */
    Built build(Set<ObservationKind> held) {
        Map<ObservationKind, Observation> observations = new EnumMap<>(ObservationKind.class);
        for (ObservationKind kind : ObservationKind.values()) {
            Observation known = observation(kind);
            if (measurement.row().voided()) {
                // what was never told needs no taking back
                if (held.contains(kind)) {
                    observations.put(kind, inError(kind, known));
                }
            } else if (known != null) {
                observations.put(kind, known);
            } else if (held.contains(kind)) {
                observations.put(kind, inError(kind, null));
            }
        }
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.TRANSACTION);
        observations.forEach((kind, observation) -> add(bundle, kind, observation));
        Set<ObservationKind> kinds = EnumSet.noneOf(ObservationKind.class);
        kinds.addAll(held);
        kinds.addAll(observations.keySet());
        return new Built(bundle, kinds);
    }

    private void add(Bundle bundle, ObservationKind kind, Observation observation) {
        String urn = urn(kind);
        bundle.addEntry()
                .setFullUrl(urn)
                .setResource(observation)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl("Observation?identifier=" + IDENTIFIER_SYSTEM + "%7C" + urn);
    }

    private @Nullable Observation observation(ObservationKind kind) {
        Measures measures = measurement.measures();
        return switch (kind) {
            case WEIGHT -> measured(kind, measures.weightKg(), "kg");
            case LENGTH_HEIGHT -> measured(kind, measures.lengthHeightCm(), "cm");
            case HEAD -> measured(kind, measures.headCircumferenceCm(), "cm");
            case ARM -> measured(kind, measures.armCircumferenceCm(), "cm");
            case WEIGHT_FOR_AGE, LENGTH_HEIGHT_FOR_AGE, WEIGHT_FOR_LENGTH_HEIGHT, BMI_FOR_AGE, HEAD_FOR_AGE ->
                zScore(kind);
        };
    }

    private @Nullable Observation measured(ObservationKind kind, double value, String unit) {
        if (Double.isNaN(value)) {
            return null;
        }
        return begun(kind, code(kind)).setValue(quantity(value, unit, unit));
    }

    private @Nullable Observation zScore(ObservationKind kind) {
        GrowthIndex index = kind.index();
        if (index == null || !measurement.says(index)) {
            return null;
        }
        Category category = measurement.policy().category(measurement.assessment(), index);
        if (category == null) {
            return null;
        }
        Observation observation = begun(kind, code(kind));
        observation.setValue(quantity(measurement.assessment().z(index), "{Zscore}", "{Zscore}"));
        observation.addInterpretation(interpretation(index, category));
        return observation;
    }

    private CodeableConcept interpretation(GrowthIndex index, Category category) {
        CodeableConcept interpretation = new CodeableConcept().setText(category.label());
        codes.classOf(index, category)
                .ifPresent(code -> interpretation.addCoding(
                        new Coding().setSystem(code.system()).setCode(code.code())));
        return interpretation;
    }

    /** Everything but the value. */
    private Observation begun(ObservationKind kind, Code code) {
        Observation observation = new Observation();
        observation
                .addIdentifier(new Identifier().setSystem(IDENTIFIER_SYSTEM).setValue(urn(kind)))
                .setStatus(measurement.row().version() == 1 ? ObservationStatus.FINAL : ObservationStatus.AMENDED)
                .setCode(new CodeableConcept()
                        .addCoding(new Coding().setSystem(code.system()).setCode(code.code()))
                        .setText(code.text()))
                .setSubject(subject())
                .setEffective(new DateTimeType(measurement.row().measuredOn().toString()));
        observation.addCategory(new CodeableConcept()
                .addCoding(new Coding().setSystem(CATEGORIES).setCode(kind.index() == null ? "vital-signs" : "exam")));
        return observation;
    }

    /** Of a measurement that was voided, or of a figure that a correction took away. */
    private Observation inError(ObservationKind kind, @Nullable Observation known) {
        Observation observation = known == null ? begun(kind, code(kind)) : known;
        if (known == null) {
            observation.setDataAbsentReason(new CodeableConcept()
                    .addCoding(new Coding().setSystem(ABSENT).setCode("error")));
        }
        return observation.setStatus(ObservationStatus.ENTEREDINERROR);
    }

    private Code code(ObservationKind kind) {
        boolean length = measurement.byLength();
        return codes.kind(
                switch (kind) {
                    case LENGTH_HEIGHT ->
                        switch (measurement.position()) {
                            case LYING -> "LENGTH_LYING";
                            case STANDING -> "HEIGHT_STANDING";
                            case null -> "HEIGHT_UNKNOWN";
                        };
                    case LENGTH_HEIGHT_FOR_AGE -> length ? "LENGTH_FOR_AGE" : "HEIGHT_FOR_AGE";
                    case WEIGHT_FOR_LENGTH_HEIGHT -> length ? "WEIGHT_FOR_LENGTH" : "WEIGHT_FOR_HEIGHT";
                    case WEIGHT, HEAD, ARM, WEIGHT_FOR_AGE, BMI_FOR_AGE, HEAD_FOR_AGE -> kind.name();
                });
    }

    /** By our own id: a name, or a number of the state, is not known to this service. */
    private Reference subject() {
        return new Reference()
                .setType("Patient")
                .setIdentifier(new Identifier()
                        .setSystem(subjectSystem)
                        .setValue(measurement.row().childId().toString()));
    }

    private static Quantity quantity(double value, String unit, String code) {
        return new Quantity()
                .setValue(BigDecimal.valueOf(value))
                .setUnit(unit)
                .setSystem(UCUM)
                .setCode(code);
    }

    private String urn(ObservationKind kind) {
        return "urn:uuid:" + kind.identifier(measurement.row().id());
    }
}
