package se.samlad.conference.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.agenda.Outline.Leaves;
import se.samlad.conference.Conference;
import se.samlad.conference.Conference.State;
import se.samlad.conference.ConferenceFact;
import se.samlad.conference.Conferences;
import se.samlad.conference.Minutes;
import se.samlad.conference.Rounds.Wheel.What;
import se.samlad.journal.Entry;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/**
 * What waits: to report to a conference ahead, to come to one that goes on, the word, what was noted for one's actor, and
 * afterwards the protocol and, for the heads, the summary.
 */
@Component
class ConferenceWaiting implements Waiting {

    private static final String PATH = ConferencePages.ALL + "/";

    private final Conferences conferences;
    private final Sheets sheets;

    ConferenceWaiting(Conferences conferences, Sheets sheets) {
        this.conferences = conferences;
        this.sheets = sheets;
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof ConferenceFact;
    }

    @Override
    public List<Item> waiting(Viewer viewer, Say say) {
        var by = viewer.acting()
                .filter(each -> !each.function().onlyAdministers())
                .orElse(null);
        if (by == null) return List.of();
        var items = new ArrayList<Item>();
        for (var conference : conferences.seenBy(viewer)) {
            var waits = new For(conference, sheets, by, say);
            switch (conference.state()) {
                case CALLED -> before(waits).ifPresent(items::add);
                case OPEN -> during(waits).ifPresent(items::add);
                case CLOSED -> after(waits).ifPresent(items::add);
                case CALLED_OFF -> {}
            }
            noted(waits).ifPresent(items::add);
        }
        return items;
    }

    private record For(Conference c, Sheets sheets, Acting by, Say say) {

        boolean expected() {
            return c.expects(by.actor());
        }

        boolean leaves(Leaves what) {
            return c.called().outline().isLeaving(what);
        }

        boolean isHead() {
            return by.function().level() == Level.DIRECTING;
        }

        /** Whether it may take a stance for the actor as a whole. */
        boolean answersForAll() {
            return by.may(Mandate.STANCE) && by.function().unit() == null;
        }

        Item item(String what, int urgency, String detail, Instant since, @Nullable Instant due, Settle settle) {
            var title = sheets.title(c, say);
            var now = sheets.on(c, by.viewer(), say).now();
            boolean exercise = c.called().exercise();
            return new Item(
                    "conference-" + what + "-" + c.id(),
                    urgency,
                    exercise ? say.text("frame.exercise") + ": " + title : title,
                    detail,
                    since,
                    due,
                    c.called().incident() == null ? null : new Belongs(PATH + c.id(), now, !exercise),
                    settle);
        }

        Settle.Go go(String label) {
            return new Settle.Go(say.text("conference.turn." + label), PATH + c.id());
        }

        Settle press(String label, String verb, Map<String, String> fields, String other) {
            var press = new Settle.Press(say.text("conference.turn." + label), PATH + c.id() + "/" + verb, fields);
            return new Settle.Either(press, go(other));
        }
    }

    private static Optional<Item> before(For f) {
        if (!f.expected() || f.isHead() || f.c().report(f.by().actor()).isPresent()) return Optional.empty();
        var at = f.sheets()
                .on(f.c(), f.by().viewer(), f.say())
                .time(f.c().agenda().at());
        var reminded = f.c().course().reminded() != null;
        return Optional.of(f.item(
                "report",
                2,
                f.say().text(reminded ? "conference.turn.reported-again" : "conference.turn.reported", at),
                f.c().calledAt(),
                f.sheets().wheel(f.c(), f.by().viewer()).at(What.REPORTS),
                f.press("nothing-new", "lines", Map.of("kind", "NOTHING_NEW"), "prepare")));
    }

    private static Optional<Item> during(For f) {
        var speaking = f.c().round().speaking();
        if (speaking != null && speaking.actor().equals(f.by().actor()))
            return Optional.of(
                    f.item("word", 0, f.say().text("conference.turn.word"), speaking.since(), null, f.go("to-it")));
        if (!f.expected() || f.isHead() || f.c().seat(f.by().actor()).isPresent()) return Optional.empty();
        var opened = f.c().course().opened() == null
                ? f.c().calledAt()
                : f.c().course().opened();
        return Optional.of(f.item(
                "come",
                0,
                f.say().text("conference.turn.goes-on"),
                opened,
                null,
                f.press("come", "attendance", Map.of("how", "PRESENT"), "to-it")));
    }

    private static Optional<Item> after(For f) {
        var ended = f.c().course().ended();
        var actor = f.by().actor();
        boolean there = f.c().seat(actor).filter(Minutes.Seat::tookPart).isPresent();
        if (ended == null || !there) return Optional.empty();
        if (f.isHead())
            return f.c().home().containsKey(actor) || !f.leaves(Leaves.SUMMARY)
                    ? Optional.empty()
                    : Optional.of(f.item(
                            "home",
                            3,
                            f.say().text("conference.turn.summary"),
                            ended,
                            null,
                            f.press("received", "home", Map.of(), "read")));
        if (f.c().confirmed().containsKey(actor) || !f.leaves(Leaves.CONFIRMATION)) return Optional.empty();
        return Optional.of(f.item(
                "confirm",
                3,
                f.say().text("conference.turn.protocol"),
                ended,
                null,
                f.press("confirm", "confirmation", Map.of(), "read")));
    }

    private static Optional<Item> noted(For f) {
        var waits = f.c().waitingFor(f.by().actor()).stream()
                .filter(line -> line.stance() == null ? !f.isHead() : f.answersForAll())
                .toList();
        if (waits.isEmpty() || f.c().state() == State.CALLED_OFF) return Optional.empty();
        return Optional.of(f.item(
                "own",
                2,
                f.say().text("conference.turn.noted", waits.size()),
                waits.getFirst().at(),
                null,
                f.go("own-word")));
    }
}
