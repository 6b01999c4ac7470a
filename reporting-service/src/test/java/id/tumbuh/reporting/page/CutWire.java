package id.tumbuh.reporting.page;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire between a browser and the service that can be cut: what stands breaks off, and what is new is refused until it is mended. */
final class CutWire implements Closeable {
    private final ServerSocket ear;
    private final int service;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private CutWire(ServerSocket ear, int service) {
        this.ear = ear;
        this.service = service;
    }

    static CutWire to(int service) {
        try {
            CutWire wire = new CutWire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), service);
            Thread.startVirtualThread(wire::listen);
            return wire;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    int port() {
        return ear.getLocalPort();
    }

    void cut() {
        cut = true;
        open.forEach(CutWire::hangUp);
    }

    void mend() {
        cut = false;
    }

    private void listen() {
        while (!ear.isClosed()) {
            try {
                Socket browser = ear.accept();
                if (cut) {
                    hangUp(browser);
                } else {
                    join(browser, new Socket(InetAddress.getLoopbackAddress(), service));
                }
            } catch (IOException ended) {
                return;
            }
        }
    }

    private void join(Socket browser, Socket server) {
        open.add(browser);
        open.add(server);
        Thread.startVirtualThread(() -> carry(browser, server));
        Thread.startVirtualThread(() -> carry(server, browser));
    }

    private void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException broken) {
            // as it is meant to be
        } finally {
            open.remove(from);
            hangUp(from);
            hangUp(to);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        try {
            ear.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        cut();
    }
}
