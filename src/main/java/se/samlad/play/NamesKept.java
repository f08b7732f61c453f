package se.samlad.play;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks that an earlier step keeps every {@code {name}} that a scene uses: a mistake shows before the first call, not
 * in the middle of a run.
 */
final class NamesKept {

    private final Set<String> kept = new HashSet<>(Set.of("now"));

    private NamesKept() {}

    /** @throws SceneRefused naming the step and the name */
    static void check(Scene scene) {
        NamesKept names = new NamesKept();
        for (Scene.Step step : scene.steps()) names.check(step);
        Scene.Clock clock = scene.clock();
        if (clock != null) names.used(clock.post(), "clock");
    }

    private void check(Scene.Step step) {
        String where = "steps[" + step.number() + "]";
        used(step.call().path(), where);
        used(step.body(), where);
        kept.addAll(step.keep().keySet());
        check(step.expected(), where);
    }

    private void check(Scene.Expected expected, String where) {
        expected.answer().forEach((path, matcher) -> {
            used(path, where);
            used(wanted(matcher), where);
        });
        used(expected.text(), where);
        used(expected.without(), where);
        for (Scene.Look look : expected.then()) {
            used(look.get(), where);
            check(look.expected(), where);
        }
    }

    private static @Nullable Object wanted(Matcher matcher) {
        return switch (matcher) {
            case Matcher.Equals e -> e.wanted();
            case Matcher.Contains c -> c.wanted();
            case Matcher.Excludes x -> x.unwanted();
            case Matcher.Size s -> null;
            case Matcher.Present p -> null;
        };
    }

    private void used(@Nullable Object node, String where) {
        switch (node) {
            case String text ->
                Variables.NAME.matcher(text).results().forEach(name -> used(name.group(1), text, where));
            case List<?> list -> list.forEach(item -> used(item, where));
            case Map<?, ?> map -> map.values().forEach(item -> used(item, where));
            case null, default -> {
                // Numbers and the like hold no names.
            }
        }
    }

    private void used(String name, String text, String where) {
        if (!Variables.isTime(name) && !kept.contains(name)) {
            throw new SceneRefused("used-before-kept", where, name, text);
        }
    }
}
