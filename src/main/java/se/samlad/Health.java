package se.samlad;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.journal.Journal;
import se.samlad.lapse.Lapses;

/**
 * Whether this node can serve. With the database away it still can: what is in memory is read, and writing says when to try
 * again. With a fact that it does not understand it must not be asked.
 */
@RestController
class Health {

    private final Journal journal;
    private final Lapses lapses;

    Health(Journal journal, Lapses lapses) {
        this.journal = journal;
        this.lapses = lapses;
    }

    boolean isReady() {
        return journal.ready() && lapses.isCaughtUp();
    }

    /** 200 {@code {"status":"UP"}}, or 503 {@code {"status":"DOWN"}}. */
    @GetMapping("/health")
    ResponseEntity<Map<String, String>> health() {
        return isReady()
                ? ResponseEntity.ok(Map.of("status", "UP"))
                : ResponseEntity.status(503).body(Map.of("status", "DOWN"));
    }
}
