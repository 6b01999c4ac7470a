package id.tumbuh.intervention.photo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A store that speaks as much of S3 as photos need, and checks each signature (Signature Version 4) by itself. */
final class S3Server implements AutoCloseable {
    static final String ACCESS_KEY = "TUMBUHTEST";
    static final String SECRET_KEY = "a-secret-of-this-test-alone";
    static final String REGION = "ap-southeast-3";
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/s3/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

    private final HttpServer server;
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

    S3Server() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Map<String, byte[]> objects() {
        return objects;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getRawPath();
            if (!isSigned(exchange, body)) {
                answer(exchange, 403, error("SignatureDoesNotMatch"));
                return;
            }
            switch (exchange.getRequestMethod()) {
                case "PUT" -> {
                    objects.put(path, body);
                    answer(exchange, 200, new byte[0]);
                }
                case "GET" -> {
                    byte[] object = objects.get(path);
                    answer(exchange, object == null ? 404 : 200, object == null ? error("NoSuchKey") : object);
                }
                case "DELETE" -> {
                    objects.remove(path);
                    answer(exchange, 204, new byte[0]);
                }
                default -> answer(exchange, 405, error("MethodNotAllowed"));
            }
        }
    }

    private static boolean isSigned(HttpExchange exchange, byte[] body) {
        Matcher authorization = AUTHORIZATION.matcher(header(exchange, "Authorization"));
        return authorization.matches()
                && authorization.group(1).equals(ACCESS_KEY)
                && authorization.group(3).equals(REGION)
                && isHashOf(header(exchange, "x-amz-content-sha256"), body)
                && signature(exchange, authorization).equals(authorization.group(5));
    }

    /** What carries something names its hash; what carries nothing need not. */
    private static boolean isHashOf(String hash, byte[] body) {
        return hash.equals(sha256(body)) || (body.length == 0 && hash.equals("UNSIGNED-PAYLOAD"));
    }

    private static String signature(HttpExchange exchange, Matcher authorization) {
        String signedHeaders = authorization.group(4);
        String headers = Arrays.stream(signedHeaders.split(";"))
                .map(name -> name + ":" + header(exchange, name).strip() + "\n")
                .collect(Collectors.joining());
        String query = exchange.getRequestURI().getRawQuery();
        String canonical = String.join(
                "\n",
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query == null ? "" : query,
                headers,
                signedHeaders,
                header(exchange, "x-amz-content-sha256"));
        String day = authorization.group(2);
        String toSign = String.join(
                "\n",
                "AWS4-HMAC-SHA256",
                header(exchange, "x-amz-date"),
                day + "/" + REGION + "/s3/aws4_request",
                sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + SECRET_KEY).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {day, REGION, "s3", "aws4_request", toSign}) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(key);
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static byte[] error(String code) {
        return ("<?xml version=\"1.0\"?><Error><Code>" + code + "</Code></Error>").getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
