package se.samlad.casework;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.casework.Standing.Turn;
import se.samlad.web.Due;

/** The cases that wait for a forum stand on the agendas of its meetings (G4). */
@Component
class CasesDue implements Due {

    private final Cases cases;

    CasesDue(Cases cases) {
        this.cases = cases;
    }

    @Override
    public List<Point> due(In forum, Viewer viewer) {
        var turn =
                switch (forum.kind()) {
                    case COORDINATION -> Turn.COORDINATING;
                    case HEADS -> Turn.DIRECTING;
                    case COUNCIL, WEEKLY, GROUP, PLANNING -> Turn.NOBODY;
                };
        if (turn == Turn.NOBODY) return List.of();
        return cases.seenBy(viewer).stream()
                .filter(row -> row.standing().turn() == turn)
                .map(row -> new Point(
                        row.id(),
                        row.title(),
                        "case.state." + row.standing().state(),
                        CasePages.PATH + "/" + row.id(),
                        row.standing().since()))
                .toList();
    }
}
