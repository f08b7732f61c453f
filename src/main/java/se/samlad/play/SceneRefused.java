package se.samlad.play;

/** A scene can't be read or played: the text says what to mend, in the language of the run. */
final class SceneRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param key of the text in {@code messages/play}; {@code values} fill its places */
    SceneRefused(String key, Object... values) {
        super(key);
        this.values = values.clone();
    }

    private final transient Object[] values;

    boolean is(String key) {
        return key.equals(getMessage());
    }

    /** Where the key is one of {@code messages/play}; a place of the file is said as {@code steps[3]}, counted from 1. */
    String in(Texts texts) {
        return texts.get(getMessage() == null ? "unreadable" : getMessage(), values);
    }
}
