package id.tumbuh.measurement.assessment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import id.tumbuh.measurement.growth.Assessment;
import id.tumbuh.measurement.growth.Category;
import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.GrowthPolicy;
import java.io.IOException;
import java.util.Arrays;

/** Growth on the wire, the same in answers and in events. */
public final class GrowthJson {

    /** For the hand-written readers and writers of this service: buffers are shared between virtual threads. */
    public static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private static final GrowthIndex[] INDICES = GrowthIndex.values();
    private static final SerializableString[] NAMES = Arrays.stream(INDICES)
            .map(index -> new SerializedString(index.wireName()))
            .toArray(SerializableString[]::new);
    private static final SerializableString Z = new SerializedString("z");
    private static final SerializableString IMPLAUSIBLE = new SerializedString("implausible");
    private static final SerializableString CATEGORY = new SerializedString("category");

    private GrowthJson() {}

    /** All eight indices; one without a z-score has {@code "z": null}. */
    public static void writeIndices(JsonGenerator json, Assessment assessment, GrowthPolicy policy) throws IOException {
        json.writeObjectFieldStart("indices");
        for (int index = 0; index < INDICES.length; index++) {
            json.writeFieldName(NAMES[index]);
            writeIndex(json, assessment, policy, INDICES[index]);
        }
        json.writeEndObject();
    }

    /** Only the indices that say something: most measurements have three or four of the eight. */
    public static void writeKnownIndices(JsonGenerator json, Assessment assessment, GrowthPolicy policy)
            throws IOException {
        json.writeObjectFieldStart("indices");
        for (int index = 0; index < INDICES.length; index++) {
            if (assessment.has(INDICES[index]) || policy.category(assessment, INDICES[index]) != null) {
                json.writeFieldName(NAMES[index]);
                writeIndex(json, assessment, policy, INDICES[index]);
            }
        }
        json.writeEndObject();
    }

    private static void writeIndex(JsonGenerator json, Assessment assessment, GrowthPolicy policy, GrowthIndex index)
            throws IOException {
        json.writeStartObject();
        json.writeFieldName(Z);
        writeNumber(json, assessment.z(index));
        json.writeFieldName(IMPLAUSIBLE);
        json.writeBoolean(policy.implausible(assessment, index));
        json.writeFieldName(CATEGORY);
        Category category = policy.category(assessment, index);
        if (category == null) {
            json.writeNull();
        } else {
            json.writeString(category.name());
        }
        json.writeEndObject();
    }

    public static void writeNumber(JsonGenerator json, String field, double value) throws IOException {
        json.writeFieldName(field);
        writeNumber(json, value);
    }

    /** A number that does not exist is null. */
    static void writeNumber(JsonGenerator json, double value) throws IOException {
        if (Double.isNaN(value)) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }
}
