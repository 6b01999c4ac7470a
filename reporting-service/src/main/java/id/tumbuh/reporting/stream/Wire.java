package id.tumbuh.reporting.stream;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * The way out to one subscriber, one write at a time: the next begins when the connection has taken the one before. Meanwhile events
 * gather in the shared tail and not in a copy for each connection, so that a thousand who take nothing cost a thousand small
 * buffers, and the busier the machine, the more events go out together.
 */
final class Wire {
    private static final int BYTES_AT_A_TIME = 16 << 10;

    private final HttpServerResponse response;
    private final Subscribers.Connection connection;
    private final List<byte[]> unsent = new ArrayList<>();
    private int bytes;

    Wire(HttpServerResponse response, Subscribers.Connection connection) {
        this.response = response;
        this.connection = connection;
    }

    /** Sends what is waiting when that is much; an {@link IOException} is the subscriber hanging up. */
    void add(byte[] frame) throws IOException, InterruptedException {
        unsent.add(frame);
        bytes += frame.length;
        if (bytes >= BYTES_AT_A_TIME) {
            send();
        }
    }

    boolean isEmpty() {
        return bytes == 0;
    }

    /** Returns when the connection has taken everything. */
    void send() throws IOException, InterruptedException {
        Buffer buffer = together(unsent.toArray(byte[][]::new));
        unsent.clear();
        bytes = 0;
        connection.begins();
        try {
            response.write(buffer).toCompletionStage().toCompletableFuture().get();
        } catch (ExecutionException | IllegalStateException gone) {
            throw new IOException("the connection is closed", gone);
        }
        connection.ends();
    }

    /** Nothing is copied: the frames are the same for all who are sent them. */
    @SuppressWarnings("deprecation") // what replaces it comes with Vert.x 5
    private static Buffer together(byte[]... frames) {
        return Buffer.buffer(Unpooled.wrappedBuffer(frames));
    }
}
