package id.tumbuh.measurement.kader;

import id.tumbuh.measurement.growth.WhoGrowthStandard;
import id.tumbuh.platform.session.Issuer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The files of the page, read once. Their address holds a hash of all of them: what lies in a phone's cache under one
 * version is never mixed with another, and needs no asking whether it is still the same.
 */
@ApplicationScoped
class KaderFiles {

    private static final String PAGE = "index.html";
    private static final String NOTE = "note.html";
    private static final String WORKER = "sw.js";
    private static final String TABLES = "who-2006.lms";
    private static final int HASH_CHARACTERS = 12;
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml",
            "webmanifest", "application/manifest+json",
            "lms", "application/octet-stream");

    /** What the page consists of, beside itself and its worker. */
    static final List<String> PARTS = List.of(
            "kader.css",
            "app.js",
            "dom.js",
            "words.js",
            "store.js",
            "sender.js",
            "who.js",
            "marks.js",
            "day.js",
            "weigh.js",
            "report.js",
            "icon.svg",
            "kader.webmanifest",
            TABLES);

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final String version;
    private final String note;
    private final File page;
    private final File worker;

    /** A file as it is sent. */
    @SuppressWarnings("ArrayRecordComponent") // sent, compared by nobody
    record File(byte[] content, String type) {}

    KaderFiles(Issuer issuer) {
        for (String name : PARTS) {
            Class<?> beside = name.equals(TABLES) ? WhoGrowthStandard.class : KaderFiles.class;
            byte[] content = read(beside, name);
            parts.put(
                    name,
                    name.endsWith(".js") ? withoutComments(text(content)).getBytes(StandardCharsets.UTF_8) : content);
        }
        // The page stands in the phone's cache, so it knows by itself where its kader signs in.
        String pageText = text(read(KaderFiles.class, PAGE)).replace("{issuer}", issuer.isConfigured() ? "yes" : "");
        String workerText = withoutComments(text(read(KaderFiles.class, WORKER)));
        version = hash(pageText, workerText);
        String list = PARTS.stream().map(name -> "'" + name + "'").collect(Collectors.joining(","));
        note = new String(versioned(text(read(KaderFiles.class, NOTE))), StandardCharsets.UTF_8);
        page = new File(versioned(pageText), type(PAGE));
        worker = new File(versioned(workerText.replace("'{parts}'", list)), type(WORKER));
    }

    String version() {
        return version;
    }

    /** A page of a few words, with places for them. */
    String note() {
        return note;
    }

    File page() {
        return page;
    }

    File worker() {
        return worker;
    }

    /** Empty for another version, so that an old page is never given a new part. */
    Optional<File> part(String wantedVersion, String name) {
        return Optional.ofNullable(wantedVersion.equals(version) ? parts.get(name) : null)
                .map(content -> new File(content, type(name)));
    }

    private byte[] versioned(String text) {
        return text.replace("{version}", version).getBytes(StandardCharsets.UTF_8);
    }

    private String hash(String... texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.values().forEach(digest::update);
            for (String text : texts) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_CHARACTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** Lines that only explain are for readers of the source; a kader's data plan does not pay for them. */
    static String withoutComments(String script) {
        boolean inside = false;
        StringBuilder rest = new StringBuilder(script.length());
        for (String line : script.lines().toList()) {
            String start = line.stripLeading();
            if (inside || start.startsWith("/**")) {
                inside = !start.endsWith("*/");
            } else if (!start.startsWith("//")) {
                rest.append(line).append('\n');
            }
        }
        return rest.toString();
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private static byte[] read(Class<?> beside, String name) {
        try (InputStream file = beside.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("missing " + name);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
