package id.tumbuh.reporting.publication;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SHA-256 over fields with their lengths, so that no two contents are written alike. */
final class Seal {
    private static final int NOTHING = -1;

    private final MessageDigest digest;

    private Seal() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** One for each figure, by area and indicator: which one was changed can be told. */
    static List<String> ofRows(List<PublishedFigure> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(PublishedFigure::key))
                .map(row -> row.key() + "/" + ofRow(row))
                .toList();
    }

    /** Of everything: what the snapshot is, and the seals of its figures. */
    static String of(Publication publication, List<String> rows) {
        Seal seal = new Seal()
                .add("tumbuh-publication-v1")
                .add(publication.id())
                .add(publication.area())
                .add(publication.month())
                .add(publication.revision())
                .add(publication.note())
                .add(publication.reason())
                .add(publication.publishedAt())
                .add(publication.asOf())
                .add(publication.smallestShown())
                .add(publication.roundTo());
        publication
                .includes()
                .forEach(one -> seal.add(one.topic()).add(one.partition()).add(one.nextOffset()));
        rows.forEach(seal::add);
        return seal.hex();
    }

    private static String ofRow(PublishedFigure row) {
        return new Seal()
                .add(row.area())
                .add(row.name())
                .add(row.indicator())
                .add(row.numerator())
                .add(row.denominator())
                .add(row.coverage())
                .add(row.shown().numerator())
                .add(row.shown().denominator())
                .add(row.shown().percent())
                .add(row.shown().coverage())
                .hex();
    }

    private Seal add(@Nullable Object field) {
        byte[] bytes = field == null ? new byte[0] : field.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(field == null ? NOTHING : bytes.length)
                .array());
        digest.update(bytes);
        return this;
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
