package se.samlad.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A rendering is cached until an entry concerns it, and shared by all who asked before it began (DESIGN §4). */
class RenderingsTest {

    private static final Duration LONGER_THAN_ANY_TEST = Duration.ofHours(1);
    private static final Panels.Key KEY = key("sv");

    private static Panels.Key key(String language) {
        return new Panels.Key("desk.log", new UUID(0, 1), language, LocalDate.EPOCH, "members");
    }

    private final AtomicInteger renders = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch let = new CountDownLatch(1);

    private Rendered rendered() {
        return new Rendered("<p>" + renders.incrementAndGet() + "</p>", List.of());
    }

    /** The first rendering takes until it is released. */
    private Rendered slowly() {
        var rendered = rendered();
        if (renders.get() > 1) return rendered;
        begun.countDown();
        try {
            let.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return rendered;
    }

    private FutureTask<Rendered> looking(Panels.Renderings kept, List<Thread> threads) {
        var task = new FutureTask<>(() -> kept.rendered(KEY, this::slowly, () -> KEY));
        threads.add(Thread.ofPlatform().start(task));
        return task;
    }

    /** Waits until the first is being rendered and so many others wait. */
    private List<FutureTask<Rendered>> waiting(Panels.Renderings kept, int others, Runnable meanwhile)
            throws InterruptedException {
        var threads = new ArrayList<Thread>();
        var all = new ArrayList<FutureTask<Rendered>>();
        all.add(looking(kept, threads));
        begun.await();
        meanwhile.run();
        for (int i = 0; i < others; i++) all.add(looking(kept, threads));
        for (var thread : threads.subList(1, threads.size()))
            while (thread.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
        return all;
    }

    @Test
    void whoComesWhileItIsMadeSharesIt() throws Exception {
        var kept = new Panels.Renderings(LONGER_THAN_ANY_TEST);
        var all = waiting(kept, 8, () -> {});
        let.countDown();
        for (var each : all) assertThat(each.get()).isSameAs(all.getFirst().get());
        assertThat(renders).hasValue(1);
    }

    @Test
    void whoComesAfterItMovedSharesTheNextAndIsNeverGivenWhatWasBegunBefore() throws Exception {
        var kept = new Panels.Renderings(LONGER_THAN_ANY_TEST);
        var all = waiting(kept, 8, () -> kept.moved(key -> true));
        let.countDown();
        var next = all.subList(1, all.size());
        for (var each : next) assertThat(each.get()).isSameAs(next.getFirst().get());
        assertThat(next.getFirst().get()).isNotSameAs(all.getFirst().get());
        assertThat(renders).hasValue(2);
    }

    @Test
    void whatDoesNotConcernItLeavesIt() {
        var kept = new Panels.Renderings(LONGER_THAN_ANY_TEST);
        var first = kept.rendered(KEY, this::rendered, () -> KEY);
        kept.moved(key -> key.equals(key("en")));
        assertThat(kept.rendered(KEY, this::rendered, () -> KEY)).isSameAs(first);
        kept.moved(key -> key.equals(KEY));
        assertThat(kept.rendered(KEY, this::rendered, () -> KEY)).isNotSameAs(first);
    }

    /** The renderer's class changed meanwhile: others may not get what it saw. */
    @Test
    void whatWasRenderedUnderAnotherKeyIsNobodyElses() {
        var kept = new Panels.Renderings(LONGER_THAN_ANY_TEST);
        var first = kept.rendered(KEY, this::rendered, () -> key("en"));
        assertThat(kept.rendered(KEY, this::rendered, () -> KEY)).isNotSameAs(first);
    }

    @Test
    void nobodyWaitsForEverForWhoTakesTooLong() throws Exception {
        var kept = new Panels.Renderings(Duration.ZERO);
        var first = waiting(kept, 0, () -> {}).getFirst();
        var own = kept.rendered(KEY, this::slowly, () -> KEY);
        let.countDown();
        assertThat(first.get()).isNotSameAs(own);
        assertThat(renders).hasValue(2);
    }
}
