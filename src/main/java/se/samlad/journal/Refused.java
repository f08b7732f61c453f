package se.samlad.journal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule refuses (422): nothing is recorded. The message is the key of a text that says why, and what to do. */
public class Refused extends RuntimeException {

    private final transient List<Object> details;
    private @Nullable String field;

    /** @param key a message key in every language's texts */
    public Refused(String key, Object... details) {
        super(key, null, false, false);
        this.details = List.of(details);
    }

    /** The HTTP status. */
    public int status() {
        return 422;
    }

    public String key() {
        return String.valueOf(getMessage());
    }

    public Object[] details() {
        return details.toArray();
    }

    /** The field that must be corrected, by its name in the API, such as {@code measures[0].what}; empty: no single one. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** The same refusal, of one field. */
    public Refused at(String name) {
        field = name;
        return this;
    }

    /** The same refusal, of a field in a part or a row. @param part such as {@code measures[0]} */
    public Refused within(String part) {
        field = field == null ? part : part + "." + field;
        return this;
    }
}
