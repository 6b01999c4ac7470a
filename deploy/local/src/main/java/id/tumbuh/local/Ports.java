package id.tumbuh.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback interface. */
final class Ports {

    static final String LOOPBACK = "127.0.0.1";

    /** Below the ports that systems give to outgoing connections (from 32768 on Linux): one of those could be taken before it is bound. */
    private static final int FIRST_FREE = 12_000;

    private static final int AFTER_LAST_FREE = 32_000;

    private static final int ATTEMPTS = 1_000;

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /** The port itself, or any free one for 0. */
    static int orFree(int port) throws IOException {
        return port == 0 ? free() : port;
    }

    /** Given out once by this process: what is chosen now is bound later. */
    static int free() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_FREE, AFTER_LAST_FREE);
            if (!inUse(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new IOException("No free port was found between " + FIRST_FREE + " and " + AFTER_LAST_FREE);
    }

    static boolean inUse(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), port), 1);
            return false;
        } catch (IOException _) {
            return true;
        }
    }
}
