package se.samlad.conference.page;

import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.access.Viewers;
import se.samlad.actor.Actors;
import se.samlad.conference.Conference;
import se.samlad.conference.Conferences;
import se.samlad.conference.Rounds;
import se.samlad.conference.Rounds.Wheel;
import se.samlad.incident.Sittings;
import se.samlad.web.Say;

/** Makes what the pages show of a conference. */
@Component
public class Sheets {

    private final Conferences conferences;
    private final Rounds rounds;
    private final Actors actors;
    private final Viewers viewers;
    private final Sittings sittings;

    Sheets(Conferences conferences, Rounds rounds, Actors actors, Viewers viewers, Sittings sittings) {
        this.conferences = conferences;
        this.rounds = rounds;
        this.actors = actors;
        this.viewers = viewers;
        this.sittings = sittings;
    }

    Sheet get(UUID id, Viewer viewer) {
        return of(conferences.get(id, viewer), viewer);
    }

    Sheet of(Conference conference, Viewer viewer) {
        return new Sheet(
                conference,
                rounds.order(conference, viewer),
                rounds.wheel(conference, viewer),
                rounds.frame(conference, viewer).orElse(null),
                rounds.incident(conference, viewer).orElse(null),
                names());
    }

    /** What it is called: its kind and its forum. */
    String title(Conference conference, Say say) {
        return say.text("conference.kind." + conference.called().kind()) + ", " + names().forum(conference, say);
    }

    /** What it is called in a calendar, where the page does not say to which incident it belongs. */
    String dated(Conference conference, Viewer viewer, Say say) {
        var title = rounds.incident(conference, viewer)
                .map(incident -> incident.title() + ": " + title(conference, say))
                .orElseGet(() -> title(conference, say));
        return conference.called().exercise() ? say.text("frame.exercise") + ": " + title : title;
    }

    Wheel wheel(Conference conference, Viewer viewer) {
        return rounds.wheel(conference, viewer);
    }

    Sheet.Names names() {
        return new Sheet.Names(actors, viewers.functions(), sittings);
    }

    /** The reader's texts by the conference's clock. */
    Say on(Conference conference, Viewer viewer, Say say) {
        return say.at(rounds.clock(conference, viewer, say.now()));
    }
}
