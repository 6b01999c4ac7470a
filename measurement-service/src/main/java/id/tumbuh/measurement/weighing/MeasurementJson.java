package id.tumbuh.measurement.weighing;

import com.fasterxml.jackson.core.JsonGenerator;
import id.tumbuh.measurement.assessment.GrowthJson;
import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.WeightVelocity;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import id.tumbuh.measurement.kms.CardEntry;
import id.tumbuh.measurement.kms.VelocityNote;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A measurement with its assessment on the wire. Written by hand: it is the most frequent thing this platform says. */
final class MeasurementJson {

    private static final int BYTES = 1024;

    private MeasurementJson() {}

    /** The body of every event about a measurement: its whole state. */
    static byte[] event(AssessedMeasurement assessed) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(BYTES);
        try (JsonGenerator json = GrowthJson.FACTORY.createGenerator(body)) {
            json.writeStartObject();
            writeIdentity(json, assessed);
            writeMeasures(json, assessed);
            GrowthJson.writeKnownIndices(json, assessed.assessment(), assessed.policy());
            writeMarking(json, assessed.measurement().marking());
            writeOrigin(json, assessed);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return body.toByteArray();
    }

    /** The same for a reader over HTTP, with every index and the skinfolds themselves. */
    static void answer(JsonGenerator json, AssessedMeasurement assessed) throws IOException {
        json.writeStartObject();
        writeAnswer(json, assessed);
        json.writeEndObject();
    }

    /** And with what explains it. */
    static void explained(JsonGenerator json, Explanation explanation, Locale language) throws IOException {
        json.writeStartObject();
        writeAnswer(json, explanation.assessed());
        json.writeObjectFieldStart("completedMonths");
        json.writeNumberField("ageMonths", explanation.completedMonths());
        GrowthJson.writeKnownIndices(
                json, explanation.byCompletedMonths(), explanation.assessed().policy());
        json.writeEndObject();
        writeVelocity(json, explanation, language);
        json.writeEndObject();
    }

    /** A revision as it stood, with who made it and why. */
    static void belief(JsonGenerator json, Belief belief) throws IOException {
        Measurement measurement = belief.measurement();
        json.writeStartObject();
        json.writeStringField("measurementId", measurement.id().toString());
        json.writeNumberField("version", measurement.version());
        json.writeStringField("childId", measurement.childId().toString());
        json.writeStringField("measuredOn", measurement.measuredOn().toString());
        json.writeBooleanField("voided", measurement.voided());
        json.writeStringField("recordedAt", belief.recordedAt().toString());
        json.writeStringField("recordedBy", belief.recordedBy());
        json.writeStringField("reason", belief.reason().name());
        writeTaken(json, measurement.measures());
        word(json, "position", measurement.measures().position());
        GrowthJson.writeKnownIndices(json, belief.assessment(), belief.policy());
        writeMarking(json, measurement.marking());
        json.writeStringField("ruleVersion", "growth-" + belief.policy().version());
        json.writeEndObject();
    }

    private static void writeAnswer(JsonGenerator json, AssessedMeasurement assessed) throws IOException {
        writeIdentity(json, assessed);
        if (assessed.measurement().kit() != null) {
            json.writeStringField("kit", assessed.measurement().kit());
        }
        writeMeasures(json, assessed);
        number(json, "tricepsMm", assessed.measurement().measures().tricepsMm());
        number(json, "subscapularMm", assessed.measurement().measures().subscapularMm());
        GrowthJson.writeIndices(json, assessed.assessment(), assessed.policy());
        writeMarking(json, assessed.measurement().marking());
        writeOrigin(json, assessed);
    }

    private static void writeTaken(JsonGenerator json, Measures measures) throws IOException {
        number(json, "weightKg", measures.weightKg());
        number(json, "lengthHeightCm", measures.lengthHeightCm());
        number(json, "headCircumferenceCm", measures.headCircumferenceCm());
        number(json, "armCircumferenceCm", measures.armCircumferenceCm());
        number(json, "tricepsMm", measures.tricepsMm());
        number(json, "subscapularMm", measures.subscapularMm());
        json.writeBooleanField("oedema", measures.oedema());
    }

    private static void writeVelocity(JsonGenerator json, Explanation explanation, Locale language) throws IOException {
        WeightVelocity.Gain gain = explanation.gain();
        if (gain == null) {
            return;
        }
        json.writeObjectFieldStart("weightVelocity");
        json.writeNumberField("months", gain.months());
        json.writeNumberField("gainGrams", gain.grams());
        if (Double.isFinite(gain.z())) {
            json.writeNumberField("z", gain.z());
        }
        VelocityNote note = explanation.note();
        if (note != null) {
            json.writeStringField("note", note.name());
            json.writeStringField("noteText", note.text(language));
        }
        json.writeEndObject();
    }

    private static void writeIdentity(JsonGenerator json, AssessedMeasurement assessed) throws IOException {
        Measurement measurement = assessed.measurement();
        json.writeStringField("measurementId", measurement.id().toString());
        json.writeNumberField("version", measurement.version());
        json.writeStringField("childId", measurement.childId().toString());
        json.writeStringField("familyId", assessed.child().familyId().toString());
        json.writeStringField("areaCode", measurement.countedIn());
        if (measurement.posyanduId() != null) {
            json.writeStringField("posyanduId", measurement.posyanduId().toString());
        }
        json.writeStringField("sex", assessed.child().sex().name());
        json.writeStringField("measuredOn", measurement.measuredOn().toString());
        json.writeNumberField("ageDays", assessed.age().days());
        json.writeNumberField("ageMonths", (int) assessed.age().months());
        json.writeBooleanField("voided", measurement.voided());
        json.writeStringField("source", measurement.source());
    }

    private static void writeMeasures(JsonGenerator json, AssessedMeasurement assessed) throws IOException {
        Measures measures = assessed.measurement().measures();
        number(json, "weightKg", measures.weightKg());
        number(json, "lengthHeightCm", measures.lengthHeightCm());
        number(json, "adjustedLengthHeightCm", assessed.assessment().adjustedLengthHeightCm());
        word(json, "position", assessed.position());
        json.writeBooleanField("positionAssumed", assessed.positionAssumed());
        number(json, "headCircumferenceCm", measures.headCircumferenceCm());
        number(json, "armCircumferenceCm", measures.armCircumferenceCm());
        json.writeBooleanField("oedema", measures.oedema());
        number(json, "bmi", assessed.assessment().bmi());
    }

    private static void writeMarking(JsonGenerator json, Marking marking) throws IOException {
        json.writeBooleanField("belowRedLine", marking.belowRedLine());
        CardEntry entry = marking.entry();
        if (entry == null) {
            return;
        }
        json.writeObjectFieldStart("growthCard");
        json.writeStringField("month", entry.month().toString());
        json.writeStringField("mark", entry.mark().name());
        number(json, "gainGrams", entry.gainGrams());
        number(json, "minimumGainGrams", entry.minimumGain());
        json.writeNumberField("notGainedInARow", entry.notGained());
        json.writeBooleanField("twiceNotGained", entry.twiceNotGained());
        json.writeStringField("ruleVersion", "kms-" + entry.ruleVersion());
        json.writeEndObject();
    }

    private static void writeOrigin(JsonGenerator json, AssessedMeasurement assessed) throws IOException {
        json.writeStringField("standard", WhoGrowthStandard.NAME);
        json.writeStringField("ruleVersion", "growth-" + assessed.policy().version());
    }

    private static void number(JsonGenerator json, String field, double value) throws IOException {
        if (!Double.isNaN(value)) {
            json.writeNumberField(field, value);
        }
    }

    private static void number(JsonGenerator json, String field, @Nullable Integer value) throws IOException {
        if (value != null) {
            json.writeNumberField(field, value);
        }
    }

    private static void word(JsonGenerator json, String field, @Nullable Position value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value.name());
        }
    }
}
