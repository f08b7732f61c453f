package se.samlad.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** Lets many callers begin at once, and waits for what they do. */
public final class Together {

    private Together() {}

    /** Each caller's answer, or what it threw, by its number. */
    static List<Object> run(int callers, IntFunction<Callable<?>> what) {
        var begin = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Object>>();
            for (int i = 0; i < callers; i++) {
                var call = what.apply(i);
                answers.add(threads.submit(() -> {
                    begin.await();
                    return call.call();
                }));
            }
            begin.countDown();
            var all = new ArrayList<>();
            for (var answer : answers) all.add(of(answer));
            return all;
        }
    }

    /** Returns when it is so; fails where it never is. Looks a thousand times a second: the core is needed by what it waits for. */
    public static void until(BooleanSupplier so) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("it never came about");
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static Object of(Future<Object> answer) {
        try {
            return answer.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
