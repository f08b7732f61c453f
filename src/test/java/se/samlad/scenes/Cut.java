package se.samlad.scenes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a server on this machine that passes, is cut, or hangs with nobody told: on command. */
public final class Cut implements AutoCloseable {

    private enum State {
        PASSES,
        HANGS,
        CUT
    }

    private final int to;
    private final ServerSocket door;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private State state = State.PASSES;

    private Cut(int to) throws IOException {
        this.to = to;
        door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public static Cut to(int port) {
        try {
            return new Cut(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    public void pass() {
        now(State.PASSES);
    }

    /** No byte comes through, and nobody is told. */
    public void hang() {
        now(State.HANGS);
    }

    /** All lines end, and new ones at once. */
    public void cut() {
        now(State.CUT);
        endAll();
    }

    private void endAll() {
        for (var end : ends) close(end);
    }

    private synchronized void now(State next) {
        state = next;
        notifyAll();
    }

    private synchronized boolean isCut() {
        return state == State.CUT;
    }

    private synchronized void awaitMoving() throws InterruptedException {
        while (state == State.HANGS) wait();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var here = door.accept();
                ends.add(here);
                if (isCut()) close(here);
                else join(here);
            } catch (IOException e) {
                // it went before it came through, or the door is closed
            }
        }
    }

    private void join(Socket here) throws IOException {
        var there = new Socket(InetAddress.getLoopbackAddress(), to);
        ends.add(there);
        if (isCut()) endAll();
        Thread.ofVirtual().start(() -> pump(here, there));
        Thread.ofVirtual().start(() -> pump(there, here));
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var bytes = new byte[64 * 1024];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                awaitMoving();
                out.write(bytes, 0, n);
            }
        } catch (IOException e) {
            // one end is gone, so the other goes too
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ends.remove(from);
            ends.remove(to);
        }
    }

    private void close(Socket end) {
        try {
            ends.remove(end);
            end.close();
        } catch (IOException e) {
            // closed all the same
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
