package id.tumbuh.measurement.weighing;

import com.fasterxml.jackson.core.JsonGenerator;
import id.tumbuh.measurement.assessment.GrowthJson;
import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import id.tumbuh.measurement.kms.CardEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        writeIdentity(json, assessed);
        writeMeasures(json, assessed);
        number(json, "tricepsMm", assessed.measurement().measures().tricepsMm());
        number(json, "subscapularMm", assessed.measurement().measures().subscapularMm());
        GrowthJson.writeIndices(json, assessed.assessment(), assessed.policy());
        writeMarking(json, assessed.measurement().marking());
        writeOrigin(json, assessed);
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
