package id.tumbuh.measurement.weighing;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.Position;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measurement as somebody sent it.
 *
 * @param kit the number on the scales and length board, when somebody wrote it down
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Submission(
        UUID id,
        UUID childId,
        LocalDate measuredOn,
        @Nullable UUID posyanduId,
        @Nullable String kit,
        String source,
        Measures measures,
        String recordedBy,
        @Nullable Imported imported) {

    private static final int HASHED_BYTES = 128;

    /** What an import adds: the version of its record, and the z-scores printed in the file (NaN for none). */
    record Imported(long version, double weightForAge, double lengthHeightForAge, double weightForLengthHeight) {}

    /**
     * A fingerprint of what was measured, by which a repeated submission is known again; not of who sent it. 64 bits of
     * SHA-256: another content under the same id is found out but for one case in 10^19.
     */
    long contentHash() {
        byte[] words = (kit == null ? source : source + '/' + kit).getBytes(StandardCharsets.UTF_8);
        ByteBuffer content = ByteBuffer.allocate(HASHED_BYTES + words.length);
        put(content, childId);
        content.putLong(measuredOn.toEpochDay());
        if (posyanduId != null) {
            put(content, posyanduId);
        }
        content.putDouble(measures.weightKg())
                .putDouble(measures.lengthHeightCm())
                .put(code(measures.position()))
                .putDouble(measures.headCircumferenceCm())
                .putDouble(measures.armCircumferenceCm())
                .putDouble(measures.tricepsMm())
                .putDouble(measures.subscapularMm())
                .put((byte) (measures.oedema() ? 1 : 0))
                .put(words);
        return ByteBuffer.wrap(sha256().digest(content.array())).getLong();
    }

    private static byte code(@Nullable Position position) {
        return switch (position) {
            case LYING -> 0;
            case STANDING -> 1;
            case null -> -1;
        };
    }

    private static void put(ByteBuffer content, UUID id) {
        content.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
