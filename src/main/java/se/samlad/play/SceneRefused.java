package se.samlad.play;

import java.util.List;

/** A scene can't be read or played. The text says what to correct, in the language of the run. */
final class SceneRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] values;

    /** @param key of the text in {@code messages/play}; {@code values} fill its places */
    SceneRefused(String key, Object... values) {
        super(key + " " + List.of(values));
        this.key = key;
        this.values = values.clone();
    }

    boolean is(String key) {
        return this.key.equals(key);
    }

    /** A place in the file is given as {@code steps[3]}, counted from 1. */
    String in(Texts texts) {
        return texts.get(key, values);
    }
}
