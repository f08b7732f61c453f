package se.samlad.agenda;

import static se.samlad.agenda.Outline.Deals.CONCERNED;
import static se.samlad.agenda.Outline.Deals.INFORMATION;
import static se.samlad.agenda.Outline.Deals.KNOWN;
import static se.samlad.agenda.Outline.Deals.LEVEL;
import static se.samlad.agenda.Outline.Deals.MESSAGES;
import static se.samlad.agenda.Outline.Deals.NEEDS;
import static se.samlad.agenda.Outline.Deals.PICTURE;
import static se.samlad.agenda.Outline.Deals.REPORTS;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import se.samlad.agenda.Outline.Who;
import se.samlad.web.Say;

/** The kinds of conference, and how each is held until somebody edits it. */
public enum Occasion {
    /** Every week, in ordinary mode. */
    WEEKLY(round(45)),
    EXTRA(round(30)),
    ACTIVATED_DIRECTING(round(40)),
    ACTIVATED_COORDINATING(round(40)),
    ACTIVATED_EXECUTING(round(40)),
    /** During an event that was planned for (I6). */
    PLANNED(round(30)),
    /** The county board and the joint functions assess a signal, with communication from the beginning (I4). */
    FIRST_ASSESSMENT(Outline.shipped(Who.ASSESSING, 15, KNOWN, CONCERNED, LEVEL, MESSAGES));

    private final Outline shipped;
    private final UUID subject;

    Occasion(Outline shipped) {
        this.shipped = shipped;
        this.subject = UUID.nameUUIDFromBytes(("agenda/" + name()).getBytes(StandardCharsets.UTF_8));
    }

    private static Outline round(int minutes) {
        return Outline.shipped(Who.FORUM, minutes, REPORTS, INFORMATION, NEEDS, PICTURE);
    }

    Outline shipped() {
        return shipped;
    }

    UUID subject() {
        return subject;
    }

    public String title(Say say) {
        return say.text("agenda.occasion." + this);
    }
}
