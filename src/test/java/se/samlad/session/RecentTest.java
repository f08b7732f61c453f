package se.samlad.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** What is kept of the database is used for so long and no longer, however often it is asked for. */
class RecentTest {

    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final Duration AT_MOST = Duration.ofSeconds(75);

    private long now;
    private boolean away;
    private final AtomicInteger asked = new AtomicInteger();
    private final Recent<Integer> recent = new Recent<>(10, FRESH, AT_MOST, () -> now);

    private int read(String key) {
        if (away) throw new DataAccessResourceFailureException("away");
        return asked.incrementAndGet();
    }

    private int get() {
        return recent.get("one", this::read);
    }

    @Test
    void itIsReadAnewWhenItIsNoLongerFresh() {
        assertThat(get()).isEqualTo(1);
        now += FRESH.toNanos() - 1;
        assertThat(get()).isEqualTo(1);
        now += 1;
        assertThat(get()).isEqualTo(2);
    }

    @Test
    void itIsReadAnewWhenItIsForgotten() {
        get();
        recent.forget("one");
        assertThat(recent.remembered("one")).isNull();
        assertThat(get()).isEqualTo(2);
        recent.forgetIf(value -> value == 2);
        assertThat(get()).isEqualTo(3);
        recent.forgetAll();
        assertThat(get()).isEqualTo(4);
    }

    /** Being asked for makes nothing younger. */
    @Property(tries = 200)
    void whileTheDatabaseIsAwayItIsUsedForSoLongAndNoLonger(
            @ForAll @Size(min = 1, max = 40) java.util.List<@IntRange(min = 1, max = 30) Integer> pauses) {
        now = 0;
        away = false;
        asked.set(0);
        recent.forgetAll();
        assertThat(get()).isEqualTo(1);
        away = true;
        for (int seconds : pauses) {
            now += Duration.ofSeconds(seconds).toNanos();
            if (now < AT_MOST.toNanos()) assertThat(get()).isEqualTo(1);
            else assertThatThrownBy(this::get).isInstanceOf(DataAccessResourceFailureException.class);
        }
        away = false;
        assertThat(get()).isLessThanOrEqualTo(2);
    }
}
