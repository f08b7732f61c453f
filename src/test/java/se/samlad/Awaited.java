package se.samlad;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * What a test waits for. It asks whether something comes about and never how soon, for how soon is also a matter of what else
 * the machine does: {@code ./bench} measures that.
 */
public final class Awaited {

    /** So long, on however slow a machine, lasts only what is broken. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration LITTLE = Duration.ofSeconds(10);
    private static final long LOOK_AGAIN_NANOS = 1_000_000; // the processor is needed by what is waited for

    private Awaited() {}

    /** Returns when it is so. @throws AssertionError where it never is */
    public static void until(BooleanSupplier so) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) throw new AssertionError("it never came about");
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    /** The answer of what another thread does. @throws AssertionError where it never ends */
    public static <T> T of(Future<T> answer) throws ExecutionException, InterruptedException {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("it never ended", e);
        }
    }

    /** The next that arrives. @throws AssertionError where none does */
    public static <T> T next(BlockingQueue<T> arriving) throws InterruptedException {
        return Objects.requireNonNull(arriving.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS), "nothing arrived");
    }

    /** Until all have come to it. @throws AssertionError where some never do */
    public static void all(CountDownLatch come) throws InterruptedException {
        if (!come.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
            throw new AssertionError(come.getCount() + " never came");
    }

    /**
     * What hostile input may cost: ten seconds of this thread's own processor time, which does not depend on what else the
     * machine does. @throws AssertionError where it costs more
     */
    public static void little(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        if (threads.getCurrentThreadCpuTime() - before > LITTLE.toNanos())
            throw new AssertionError("it costs too much");
    }

    /** @throws AssertionError where it never ends */
    public static void end(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) throw new AssertionError("it never ended");
    }
}
