package se.samlad.play;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A story as data. {@code start} is where the scene's own clock stands at {@code +00:00}.
 *
 * @param clock how the exercise's clock is moved forward, or null where the scene leaves it alone
 */
record Scene(
        String id,
        Text title,
        Text about,
        OffsetDateTime start,
        @Nullable Clock clock,
        List<Step> steps) {

    /** A text in both languages of the product. */
    record Text(String sv, String en) {
        String in(String language) {
            return language.equals("en") ? en : sv;
        }
    }

    /** The call that moves the exercise's clock: {@code {"now": TIME}} posted to the path, as the account. */
    record Clock(String as, String post) {}

    /**
     * One call, made once by each of the accounts in {@code as} (an empty one is nobody signed in).
     *
     * @param at scene time from the start
     * @param call {@code GET} or {@code POST}
     * @param body what is sent, already as plain maps, lists and values, or null
     * @param file a file beside the scene that is sent as it is, or null
     * @param keep names under which values of the answer are kept
     */
    record Step(
            int number,
            Duration at,
            List<String> as,
            Text line,
            Call call,
            @Nullable Object body,
            @Nullable String file,
            Map<String, String> keep,
            Expected expected) {}

    /** A method and a path that may hold {@code {names}}. */
    record Call(String method, String path) {}

    /**
     * What must hold. {@code status} 0 means any of 200–299.
     *
     * @param answer by path into the JSON answer, a {@link Matcher}
     * @param text what the answer must contain as plain text
     * @param without what it must not contain
     * @param then calls made afterwards, to see the result from another side
     */
    record Expected(
            int status, Map<String, Matcher> answer, List<String> text, List<String> without, List<Look> then) {}

    /** A read afterwards, by an account. */
    record Look(String as, String get, Expected expected) {}
}
