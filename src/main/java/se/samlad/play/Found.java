package se.samlad.play;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a {@link JsonPath}.
 *
 * @param many whether the path asks for several values: it has {@code [*]} or a filter
 */
record Found(List<? extends @Nullable Object> values, boolean many) {

    /** The values, or the items of the only value where that is a list. */
    List<? extends @Nullable Object> items() {
        return !many && values.size() == 1 && values.getFirst() instanceof List<?> list ? list : values;
    }

    boolean nothing() {
        return !many && values.isEmpty();
    }

    int size() {
        return items().size();
    }

    /** Short enough for a line of output. */
    String brief() {
        String text = many ? values.toString() : values.isEmpty() ? "-" : String.valueOf(values.getFirst());
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
