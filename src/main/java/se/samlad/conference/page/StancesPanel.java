package se.samlad.conference.page;

import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samlad.conference.ConferenceFact;
import se.samlad.conference.Conferences;
import se.samlad.direction.DirectionFact;
import se.samlad.direction.Named;
import se.samlad.journal.Entry;
import se.samlad.live.Panel;

/** The stances asked for in the round: who has answered, one's own answer, and what those who lead note as said aloud. */
@Component
class StancesPanel implements Panel {

    private final Sheets sheets;
    private final Conferences conferences;
    private final Stood stood;

    StancesPanel(Sheets sheets, Conferences conferences, Stood stood) {
        this.sheets = sheets;
        this.conferences = conferences;
        this.stood = stood;
    }

    @Override
    public String name() {
        return "conference.stances";
    }

    @Override
    public Scope scope() {
        return Scope.FUNCTION;
    }

    @Override
    public boolean concerns(Entry entry) {
        return switch (entry.fact()) {
            case ConferenceFact.Spoken said -> said.kind() == ConferenceFact.Said.STANCE;
            case ConferenceFact fact ->
                !(fact instanceof ConferenceFact.Word || fact instanceof ConferenceFact.Stepped);
            case DirectionFact fact -> !(fact instanceof DirectionFact.CarriedOut);
            default -> false;
        };
    }

    /** The directions lie in the incident's stream. */
    @Override
    public boolean looksBeyond() {
        return true;
    }

    @Override
    public Content content(Ask ask) {
        var sheet = sheets.get(ask.subject(), ask.viewer());
        var conference = sheet.conference();
        var params = new HashMap<String, Object>();
        params.put("sheet", sheet);
        params.put("named", new Named(sheet.names().actors(), ask.say()));
        params.put("asked", stood.asked(conference, ask.viewer()));
        var leads = ask.viewer()
                .acting()
                .filter(by -> conference.isOpen() && conferences.mayLead(conference, by))
                .isPresent();
        params.put("leads", leads);
        params.put("ahead", leads ? conferences.askable(conference, ask.viewer()) : List.of());
        return new Content("conference/stances", params);
    }
}
