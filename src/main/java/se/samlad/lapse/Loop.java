package se.samlad.lapse;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is done again and again on a thread of its own: at once when it is woken, else a second after the last time. Work
 * that fails is tried again; the log says so once, until it has worked.
 */
public final class Loop {

    private static final long EVERY_MS = 1_000;

    /** What is done each time. */
    @FunctionalInterface
    public interface Work {
        void once() throws Exception;
    }

    private final String name;
    private final Work work;
    private final Logger log;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;

    /** @param name of the thread, and of what can't be done, in the log of the class whose work it is */
    public Loop(String name, Class<?> whose, Work work) {
        this.name = name;
        this.work = work;
        this.log = LoggerFactory.getLogger(whose);
    }

    public void start() {
        running = true;
        Thread.ofVirtual().name(name).start(this::run);
    }

    /** There is something to do. */
    public void wake() {
        wake.release();
    }

    private void run() {
        boolean failing = false;
        while (running) {
            try {
                wake.tryAcquire(EVERY_MS, TimeUnit.MILLISECONDS);
                wake.drainPermits();
                if (!running) return;
                work.once();
                failing = false;
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                if (!failing) log.warn("{}: this can't be done now: {}", name, e.toString());
                failing = true;
            }
        }
    }

    /** Whether it was started and not stopped. */
    public boolean isRunning() {
        return running;
    }

    /** After what is being done. */
    public void stop() {
        running = false;
        wake.release();
    }
}
