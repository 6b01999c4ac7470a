package id.tumbuh.platform.messaging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TCP link to a server on this machine that a test can cut and mend, as a network or an outage does. */
final class CuttableLink implements AutoCloseable {
    private final ServerSocket entrance;
    private final int target;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    private CuttableLink(ServerSocket entrance, int target) {
        this.entrance = entrance;
        this.target = target;
    }

    static CuttableLink to(int port) throws IOException {
        CuttableLink link = new CuttableLink(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        Thread.ofVirtual().start(link::accept);
        return link;
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Resets every connection and refuses new ones. */
    void cut() {
        cut = true;
        open.forEach(CuttableLink::drop);
        open.clear();
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                if (cut) {
                    drop(client);
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                Thread.ofVirtual().start(() -> pump(client, server));
                Thread.ofVirtual().start(() -> pump(server, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // the other side is gone, or the link was cut
        }
    }

    private static void drop(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // already closed
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
