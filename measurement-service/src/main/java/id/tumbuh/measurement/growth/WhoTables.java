package id.tumbuh.measurement.growth;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The published figures in a form of our own, about one bit a figure: per table, sex and column the second differences
 * (the curves are smooth) as zigzag varints, all gzipped. See {@code who-2006.md} beside the resource.
 */
record WhoTables(Map<Name, LmsRows> boys, Map<Name, LmsRows> girls) {

    /** The tables in the order they are written. */
    enum Name {
        LENGTH_HEIGHT,
        WEIGHT,
        BMI,
        HEAD,
        ARM,
        TRICEPS,
        SUBSCAPULAR,
        WEIGHT_FOR_LENGTH
    }

    private static final String RESOURCE = "who-2006.lms";

    static WhoTables load() {
        try (InputStream resource = WhoTables.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("missing " + RESOURCE);
            }
            return decode(resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    LmsRows of(Sex sex, Name name) {
        LmsRows rows = (sex == Sex.L ? boys : girls).get(name);
        if (rows == null) {
            throw new IllegalStateException("no table " + name);
        }
        return rows;
    }

    void encode(OutputStream target) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(plain);
        for (Name name : Name.values()) {
            for (Sex sex : Sex.values()) {
                LmsRows rows = of(sex, name);
                out.writeShort(rows.first());
                out.writeShort(rows.size());
                writeColumn(rows.l(), out);
                writeColumn(rows.m(), out);
                writeColumn(rows.s(), out);
            }
        }
        try (GZIPOutputStream zipped = new GZIPOutputStream(target)) {
            plain.writeTo(zipped);
        }
    }

    static WhoTables decode(InputStream source) throws IOException {
        Map<Name, LmsRows> boys = new EnumMap<>(Name.class);
        Map<Name, LmsRows> girls = new EnumMap<>(Name.class);
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(source, 1 << 16))) {
            for (Name name : Name.values()) {
                boys.put(name, readTable(in));
                girls.put(name, readTable(in));
            }
        }
        return new WhoTables(boys, girls);
    }

    private static LmsRows readTable(DataInputStream in) throws IOException {
        int first = in.readUnsignedShort();
        int size = in.readUnsignedShort();
        return new LmsRows(first, readColumn(size, in), readColumn(size, in), readColumn(size, in));
    }

    private static void writeColumn(int[] column, DataOutputStream out) throws IOException {
        int previous = 0;
        int slope = 0;
        for (int value : column) {
            int bend = value - previous - slope;
            int rest = (bend << 1) ^ (bend >> 31);
            while (rest >= 0x80) {
                out.writeByte((rest & 0x7f) | 0x80);
                rest >>>= 7;
            }
            out.writeByte(rest);
            slope = value - previous;
            previous = value;
        }
    }

    private static int[] readColumn(int size, DataInputStream in) throws IOException {
        int[] column = new int[size];
        int previous = 0;
        int slope = 0;
        for (int row = 0; row < size; row++) {
            int zigzag = readVarint(in);
            slope += (zigzag >>> 1) ^ -(zigzag & 1);
            previous += slope;
            column[row] = previous;
        }
        return column;
    }

    private static int readVarint(DataInputStream in) throws IOException {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = in.readUnsignedByte();
            value |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
    }
}
