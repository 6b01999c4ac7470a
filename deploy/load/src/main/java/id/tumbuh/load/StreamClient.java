package id.tumbuh.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A dashboard on the stream, over a plain socket, so that two thousand of them fit beside what they measure. */
final class StreamClient implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;
    private static final byte[] SUBJECT = "\"subject\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_LENGTH = 36;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final byte[] buffer = new byte[8 * 1024];
    private int at;
    private int filled;

    /** The rest of the chunk that is being read. */
    private int left;

    /** Of one writer: the thread that reads. */
    private final AtomicLong events = new AtomicLong();

    private StreamClient(int port, String path, String token, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        in = socket.getInputStream();
        String status = line();
        if (!status.contains(" 200 ")) {
            throw new IOException("the stream answered " + status);
        }
        while (!line().isEmpty()) {
            // headers
        }
    }

    static StreamClient reading(int port, String path, String token) throws IOException {
        return new StreamClient(port, path, token, 0);
    }

    /** Takes nothing after the headers; little waits for it in the kernel. */
    static StreamClient silent(int port, String path, String token) throws IOException {
        return new StreamClient(port, path, token, 16 * 1024);
    }

    /** Events that arrived whole. */
    long events() {
        return events.get();
    }

    /** Reads until the connection ends, and tells the subject of every event. */
    void read(Consumer<String> subject) throws IOException {
        byte[] id = new byte[ID_LENGTH];
        int matched = 0;
        for (int next = next(); next >= 0; next = next()) {
            if (next != SUBJECT[matched]) {
                matched = next == SUBJECT[0] ? 1 : 0;
            } else if (++matched == SUBJECT.length) {
                for (int i = 0; i < ID_LENGTH; i++) {
                    id[i] = (byte) next();
                }
                events.incrementAndGet();
                subject.accept(new String(id, StandardCharsets.US_ASCII));
                matched = 0;
            }
        }
    }

    /** The next byte of the body, out of its chunks. */
    private int next() throws IOException {
        while (left == 0) {
            String size = line();
            if (size.isEmpty()) {
                size = line(); // behind the chunk before
            }
            left = Integer.parseInt(size, 16);
            if (left == 0) {
                return -1;
            }
        }
        left--;
        return one();
    }

    /** The JDK's buffer takes a lock for each byte, which would cost more than what is measured. */
    private int one() throws IOException {
        if (at == filled) {
            filled = in.read(buffer);
            at = 0;
            if (filled <= 0) {
                throw new EOFException();
            }
        }
        return buffer[at++] & 0xff;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = one(); next != '\n'; next = one()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
