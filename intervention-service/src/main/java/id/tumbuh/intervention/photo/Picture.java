package id.tumbuh.intervention.photo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A picture as it is kept: a JPEG without anything but the picture. */
@SuppressWarnings("ArrayRecordComponent") // built once, compared by its hash
record Picture(byte[] jpeg, int width, int height) {

    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jpeg));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
