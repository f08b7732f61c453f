package se.samlad.play;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The player's texts, in Swedish or English. */
record Texts(String language, ResourceBundle bundle) {

    static Texts in(String language) {
        return new Texts(language, ResourceBundle.getBundle("messages/play", Locale.of(language)));
    }

    String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }
}
