package se.samlad.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import se.samlad.Awaited;

/** Lets many callers begin at once, and waits for what they do. */
final class Together {

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

    private static Object of(Future<Object> answer) {
        try {
            return Awaited.of(answer);
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
