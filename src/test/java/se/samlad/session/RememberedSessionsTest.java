package se.samlad.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;

/** Signed-in people can go on reading for a minute while the database is away; signed-out people can't (DESIGN §3). */
class RememberedSessionsTest {

    private final Moving clock = new Moving();
    private final Kept kept = new Kept();
    private final List<String> told = new ArrayList<>();
    private final RememberedSessions<MapSession> here =
            new RememberedSessions<>(kept, clock.withZone(ZoneOffset.UTC), told::add, () -> false, session -> true);
    private final RememberedSessions<MapSession> there =
            new RememberedSessions<>(kept, clock.withZone(ZoneOffset.UTC), id -> {}, () -> false, session -> true);

    private String signedIn() {
        var session = here.createSession();
        session.setAttribute("function", "lst/tib");
        here.save(session);
        return session.getId();
    }

    private @Nullable String function(RememberedSessions<MapSession> node, String id) {
        var session = node.findById(id);
        return session == null ? null : session.getAttribute("function");
    }

    @Test
    void theDatabaseIsNotAskedForEachPage() {
        var id = signedIn();
        function(here, id);
        int asked = kept.asked;
        for (int i = 0; i < 10; i++) assertThat(function(here, id)).isEqualTo("lst/tib");
        assertThat(kept.asked).isEqualTo(asked);
    }

    @Test
    void readingGoesOnForAMinuteWithoutTheDatabaseAndNotForEver() {
        var id = signedIn();
        assertThat(function(here, id)).isEqualTo("lst/tib");
        kept.away = true;
        clock.move(Duration.ofSeconds(60));
        assertThat(function(here, id)).isEqualTo("lst/tib");
        clock.move(Duration.ofSeconds(60));
        assertThatThrownBy(() -> here.findById(id)).isInstanceOf(DataAccessResourceFailureException.class);
        kept.away = false;
        assertThat(function(here, id)).isEqualTo("lst/tib");
    }

    @Test
    void whoHasSignedOutIsOutAtOnceAlsoWhereARequestWasUnderWay() {
        var id = signedIn();
        var underWay = here.findById(id);
        here.deleteById(id);
        assertThat(underWay).isNotNull();
        here.save(underWay);
        assertThat(here.findById(id)).isNull();
        assertThat(told).contains(id);
    }

    /** The session ends between being read and being cached: if it were put back, it would stay usable. */
    @Test
    void whoSignsOutWhileTheSessionIsReadIsOut() throws InterruptedException {
        var id = signedIn();
        var out = Thread.ofPlatform().unstarted(() -> here.deleteById(id));
        kept.whileRead = () -> {
            kept.whileRead = () -> {};
            out.start();
            while (kept.sessions.containsKey(id)) Thread.onSpinWait();
        };
        here.findById(id);
        out.join();
        assertThat(here.findById(id)).isNull();
    }

    @Test
    void theOtherNodeBelievesWhatItRemembersOnlyForAWhile() {
        var id = signedIn();
        assertThat(function(there, id)).isEqualTo("lst/tib");
        here.deleteById(id);
        clock.move(RememberedSessions.FRESH);
        assertThat(there.findById(id)).isNull();
    }

    @Test
    void theOtherNodeForgetsWhenItIsTold() {
        var id = signedIn();
        assertThat(function(there, id)).isEqualTo("lst/tib");
        here.deleteById(id);
        there.forget(id);
        assertThat(there.findById(id)).isNull();
    }

    @Test
    void aChangeIsKeptAtOnceAndToldOf() {
        var id = signedIn();
        var session = here.findById(id);
        assertThat(session).isNotNull();
        told.clear();
        session.setAttribute("function", "taby/tib");
        here.save(session);
        assertThat(function(there, id)).isEqualTo("taby/tib");
        assertThat(told).containsExactly(id);
    }

    @Test
    void thatItWasUsedIsKeptOnceAMinute() {
        var id = signedIn();
        int saved = kept.saved;
        for (int second = 0; second < 59; second++) {
            clock.move(Duration.ofSeconds(1));
            use(id);
        }
        assertThat(kept.saved).isEqualTo(saved);
        clock.move(Duration.ofSeconds(2));
        use(id);
        assertThat(kept.saved).isEqualTo(saved + 1);
    }

    @Test
    void thatItWasUsedIsNoReasonToFail() {
        var id = signedIn();
        function(here, id);
        clock.move(Duration.ofSeconds(70));
        kept.away = true;
        use(id);
        assertThat(function(here, id)).isEqualTo("lst/tib");
    }

    @Test
    void theOldIdIsWorthNothingAfterSigningIn() {
        var id = signedIn();
        var session = here.findById(id);
        assertThat(session).isNotNull();
        session.changeSessionId();
        here.save(session);
        assertThat(here.findById(id)).isNull();
        assertThat(function(here, session.getId())).isEqualTo("lst/tib");
    }

    private void use(String id) {
        var session = here.findById(id);
        assertThat(session).isNotNull();
        session.setLastAccessedTime(clock.instant());
        here.save(session);
    }

    /** A store of sessions that can be away and hands out copies. */
    private final class Kept implements SessionRepository<MapSession> {
        private final ConcurrentHashMap<String, MapSession> sessions = new ConcurrentHashMap<>();
        private volatile Runnable whileRead = () -> {};
        private boolean away;
        private int asked;
        private int saved;

        private void reach() {
            if (away) throw new DataAccessResourceFailureException("away");
        }

        @Override
        public MapSession createSession() {
            var session = new MapSession();
            session.setCreationTime(clock.instant());
            session.setLastAccessedTime(clock.instant());
            session.setMaxInactiveInterval(Duration.ofHours(12));
            return session;
        }

        @Override
        public void save(MapSession session) {
            reach();
            saved++;
            sessions.remove(session.getOriginalId());
            sessions.put(session.getId(), new MapSession(session));
        }

        @Override
        public @Nullable MapSession findById(String id) {
            reach();
            asked++;
            var session = sessions.get(id);
            whileRead.run();
            return session == null ? null : new MapSession(session);
        }

        @Override
        public void deleteById(String id) {
            reach();
            sessions.remove(id);
        }
    }

    private static final class Moving implements InstantSource {
        private Instant now = Instant.parse("2026-01-15T03:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
