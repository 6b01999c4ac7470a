package id.tumbuh.registry.imports;

import id.tumbuh.registry.imports.eppgbm.EppgbmRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One child on one day, as a file has it. */
record GrowthRecord(UUID child, UUID family, @Nullable UUID posyandu, EppgbmRow.Measured measured) {
    static final String SOURCE = "EPPGBM";

    /** Name space of RFC 9562, version 5; fixed for ever, or the same file would measure every child twice. */
    private static final UUID NAME_SPACE = UUID.fromString("5b1b6a2e-7a43-5c8e-9a55-2f4f1f6d3c10");

    private static final int CONTENT_BYTES = 16;

    /** A child has one record a day and source, whatever file brings it. */
    UUID id() {
        return named(child + ":" + measured.on() + ":" + SOURCE);
    }

    /** Equal for equal content, whichever import brought it. */
    byte[] content() {
        return Arrays.copyOf(
                digest("SHA-256").digest((posyandu + ":" + measured).getBytes(StandardCharsets.UTF_8)), CONTENT_BYTES);
    }

    GrowthRecordReceived event(UUID importId, long version) {
        EppgbmRow.PrintedZ printed = measured.printed();
        return new GrowthRecordReceived(
                id(),
                version,
                child,
                family,
                measured.on(),
                posyandu,
                measured.weightKg(),
                measured.lengthHeightCm(),
                measured.position(),
                measured.armCircumferenceCm(),
                SOURCE,
                importId,
                new GrowthRecordReceived.ImportedZ(
                        printed.weightForAge(), printed.lengthHeightForAge(), printed.weightForLengthHeight()));
    }

    static UUID named(String name) {
        ByteBuffer space = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(NAME_SPACE.getMostSignificantBits())
                .putLong(NAME_SPACE.getLeastSignificantBits());
        MessageDigest sha1 = digest("SHA-1");
        sha1.update(space.array());
        return uuid(sha1.digest(name.getBytes(StandardCharsets.UTF_8)), 5);
    }

    /** The first 16 bytes, with version and variant set. */
    static UUID uuid(byte[] bytes, int version) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long most = (buffer.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | ((long) version << 12);
        long least = (buffer.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
