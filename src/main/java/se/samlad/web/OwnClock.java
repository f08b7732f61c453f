package se.samlad.web;

import java.time.Instant;
import java.util.Optional;

/** A clock that differs from the real time, such as an exercise's. */
public interface OwnClock {

    /**
     * @param page the path of a page, as the browser sent it
     * @return the time by the clock on that page; empty where it has none of its own
     */
    Optional<Instant> on(String page, Instant now);
}
