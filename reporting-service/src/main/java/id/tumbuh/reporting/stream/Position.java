package id.tumbuh.reporting.stream;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * How far a subscriber has read: the next offset in each partition of the streamed topics, in their fixed order.
 *
 * <p>Written as the {@code id} of an event it is opaque: one byte of format, then a varint for each partition, in Base64.
 */
final class Position {
    /** Another number whenever topics or partitions are added: what was written before then means something else. */
    private static final byte FORMAT = 2;

    private static final int VARINT_BYTES = 10;

    private final long[] next;

    Position(long[] next) {
        this.next = next.clone();
    }

    long next(int partition) {
        return next[partition];
    }

    int partitions() {
        return next.length;
    }

    boolean includes(int partition, long offset) {
        return offset < next[partition];
    }

    /** The subscriber's own position moves with every event it was considered for, seen or filtered. */
    void advance(int partition, long offset) {
        next[partition] = Math.max(next[partition], offset + 1);
    }

    /** Whether it points behind what was ever written: a cursor of another installation. */
    boolean isBeyond(Position end) {
        for (int i = 0; i < next.length; i++) {
            if (next[i] > end.next[i]) {
                return true;
            }
        }
        return false;
    }

    /** Whether it points before what the topics still have. */
    boolean isOlderThan(Position kept) {
        for (int i = 0; i < next.length; i++) {
            if (next[i] < kept.next[i]) {
                return true;
            }
        }
        return false;
    }

    boolean isSameAs(Position other) {
        return Arrays.equals(next, other.next);
    }

    Position copy() {
        return new Position(next);
    }

    /** In each partition the later of the two. */
    Position notBefore(Position other) {
        Position later = copy();
        for (int i = 0; i < next.length; i++) {
            later.advance(i, other.next[i] - 1);
        }
        return later;
    }

    String encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(1 + next.length * VARINT_BYTES);
        bytes.put(FORMAT);
        for (long offset : next) {
            long rest = offset;
            while (rest > 0x7f) {
                bytes.put((byte) ((rest & 0x7f) | 0x80));
                rest >>>= 7;
            }
            bytes.put((byte) rest);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    /** Reads a cursor; empty for anything this stream did not write. */
    static Optional<Position> decode(String encoded, int partitions) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(encoded));
            if (bytes.remaining() < 1 || bytes.get() != FORMAT) {
                return Optional.empty();
            }
            long[] next = new long[partitions];
            for (int i = 0; i < partitions; i++) {
                next[i] = varint(bytes);
            }
            return bytes.hasRemaining() ? Optional.empty() : Optional.of(new Position(next));
        } catch (IllegalArgumentException | BufferUnderflowException foreign) {
            return Optional.empty();
        }
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            byte part = bytes.get();
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("an offset of more than 63 bits");
    }
}
