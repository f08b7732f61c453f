package se.samlad.conference;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.agenda.Outline;
import se.samlad.agenda.Outline.Deals;
import se.samlad.agenda.Outline.Who;
import se.samlad.conference.ConferenceFact.Agenda;
import se.samlad.conference.ConferenceFact.Kind;
import se.samlad.conference.ConferenceFact.Said;
import se.samlad.given.Given;
import se.samlad.journal.By;
import se.samlad.journal.Labels;

/** The conference of a week, those who meet in it, and what has been recorded of it so far. */
final class Thursday {

    static final UUID ID = new UUID(4, 13);
    static final Instant NINE = Instant.parse("2026-01-15T08:00:00Z");

    static final Function LST = function("lst", "tib", Level.COORDINATING, Mandate.CONVENE, Mandate.KEEP);
    static final Function TABY = function("taby", "tib", Level.COORDINATING);
    static final Function POLICE = function("polisen", "tib", Level.COORDINATING);
    static final Function STAFF = function("taby", "admin", Level.EXECUTING, Mandate.ADMINISTER);
    static final Function KOMM = function("ssr", "komm", Level.COORDINATING, Mandate.COMMUNICATE);

    private final Given given = new Given(ID);
    private Instant at = NINE;

    private static Function function(String actor, String name, Level level, Mandate... mandates) {
        return new Function(actor, name, name, name, level, Set.of(mandates), null, null);
    }

    /** Called with these actors expected. */
    static Thursday called(String... expected) {
        return called(Level.COORDINATING, List.of(expected));
    }

    static Thursday called(@Nullable Level level, List<String> expected) {
        var day = new Thursday();
        return day.by(
                LST,
                new ConferenceFact.Called(
                        new UUID(4, 1),
                        null,
                        level,
                        "samordning",
                        Kind.WEEKLY,
                        Outline.of(
                                List.of(Deals.REPORTS, Deals.INFORMATION, Deals.NEEDS, Deals.PICTURE), Who.FORUM, 45),
                        null,
                        new Agenda(NINE.plusSeconds(3_600), 45, List.of(), List.of()),
                        expected,
                        "lst/tib",
                        false));
    }

    Thursday opened() {
        return by(LST, new ConferenceFact.Opened("lst/tib"));
    }

    Thursday closed() {
        return by(LST, new ConferenceFact.Closed(null, null));
    }

    Thursday at(Instant when) {
        at = when;
        return this;
    }

    /** The function writes it; where the actor is another, it is noted for it. */
    Thursday said(Function by, Said kind, @Nullable String actor, String text) {
        return by(by, new ConferenceFact.Spoken(ID, kind, actor, text, null, null, null, null, null));
    }

    Thursday by(Function function, ConferenceFact fact) {
        var by = new By(function.actor() + "." + function.name(), function.actor(), function.name());
        var id = given.count() == 0 ? ID : given.nextId();
        given.add(id, id, by, fact, Given.Envelope.at(at, Labels.of("members")));
        return this;
    }

    /** The function says it in its own name about what was noted last. */
    Thursday ownWord(Function function, boolean stands, @Nullable String text) {
        var line = conference().lines().getLast().id();
        return by(function, new ConferenceFact.OwnWord(ID, line, stands, text, null));
    }

    Conference conference() {
        return given.fold(Conference.VIEW).find(ID).orElseThrow();
    }
}
