package se.samlad.lesson;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Entry;
import se.samlad.web.FormKey;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/**
 * What waits: the owner's own word, what it has promised when its day is near or past, a test of what is done, and what nobody has
 * taken further for a fortnight, for whoever noted it.
 */
@Component
class LessonsWaiting implements Waiting {

    private static final int NEAR = 14;
    private static final Duration LEFT = Duration.ofDays(14);

    private final Lessons lessons;

    LessonsWaiting(Lessons lessons) {
        this.lessons = lessons;
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof LessonFact;
    }

    /** An actor's functions are not all reminded: the one is that coordinates and speaks for it. */
    @Override
    public List<Item> reminds(Viewer viewer, Say say) {
        boolean speaks = viewer.may(Mandate.STANCE)
                && viewer.function()
                        .filter(f -> f.level() == Level.COORDINATING)
                        .isPresent();
        return speaks ? waiting(viewer, say) : List.of();
    }

    @Override
    public List<Item> waiting(Viewer viewer, Say say) {
        var by = viewer.acting()
                .filter(each -> viewer.isMember() && !each.function().onlyAdministers())
                .orElse(null);
        if (by == null) return List.of();
        var items = new ArrayList<Item>();
        var today = LocalDate.ofInstant(say.now(), Say.STOCKHOLM);
        for (var lesson : lessons.open(viewer)) {
            lesson.standing()
                    .filter(m -> m.isOpen() && m.owner().equals(by.actor()))
                    .filter(m -> m.waits() || m.said().by().isBefore(today.plusDays(NEAR + 1)))
                    .forEach(m -> items.add(m.waits() ? asked(lesson, m, say) : promised(lesson, m, say)));
            if (lesson.by().actor().equals(by.actor())) further(lesson, by, say, items);
        }
        return items;
    }

    private static void further(Lesson of, Acting by, Say say, List<Item> items) {
        boolean left = of.changed().plus(LEFT).isBefore(say.now());
        switch (of.state()) {
            case DONE ->
                items.add(item("test", of, "lesson.turn.test", of.changed(), null, go("lesson.test-it", of, say), say));
            case OBSERVED, LEARNED -> {
                if (left)
                    items.add(item(
                            "left",
                            of,
                            "lesson.turn." + of.state(),
                            of.changed(),
                            null,
                            go("lesson.open-it", of, say),
                            say));
            }
            case MEASURED, GOOD, TESTED, ENDED -> {
                // nothing is the author's to do
            }
        }
    }

    private static Item asked(Lesson of, Measure m, Say say) {
        var fields = Map.of(
                "measure",
                m.id().toString(),
                "stands",
                "true",
                FormKey.DRAWN,
                m.drawn().toString());
        var press = new Settle.Press(say.text("lesson.take-it-on"), path(of) + "/own-word", fields);
        return measure("asked", of, m, "lesson.turn.asked", press, say);
    }

    private static Item promised(Lesson of, Measure m, Say say) {
        var press =
                new Settle.Press(say.text("lesson.is-done"), path(of) + "/done", Map.of("measure", m.id().toString()));
        return measure("promised", of, m, "lesson.turn.promised", press, say);
    }

    private static Item measure(String what, Lesson of, Measure m, String detail, Settle.Press press, Say say) {
        return new Item(
                "lesson-" + what + "-" + m.id(),
                3,
                m.said().what(),
                say.text(detail, of.title()),
                m.at(),
                m.said().by().plusDays(1).atStartOfDay(Say.STOCKHOLM).toInstant(),
                null,
                new Settle.Either(press, go("lesson.open-it", of, say)));
    }

    private static String path(Lesson of) {
        return LessonPages.PATH + "/" + of.id();
    }

    private static Settle.Go go(String label, Lesson of, Say say) {
        return new Settle.Go(say.text(label), path(of));
    }

    private static Item item(
            String what, Lesson of, String detail, Instant since, @Nullable Instant due, Settle settle, Say say) {
        return new Item("lesson-" + what + "-" + of.id(), 3, of.title(), say.text(detail), since, due, null, settle);
    }
}
