package se.samlad.outside;

import java.time.Duration;
import java.time.Instant;
import se.samlad.scenes.Running;

/** The key of a form that was drawn a minute ago: long enough for somebody to have written in it. */
public final class EarlierForm {

    private EarlierForm() {}

    public static String key() {
        return Running.server().part(SignalKey.class).drawn(Instant.now().minus(Duration.ofMinutes(1)));
    }
}
