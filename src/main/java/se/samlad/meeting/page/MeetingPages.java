package se.samlad.meeting.page;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.live.Panel;
import se.samlad.live.Shell;
import se.samlad.meeting.Leading;
import se.samlad.meeting.Line;
import se.samlad.meeting.Meeting;
import se.samlad.meeting.MeetingApi;
import se.samlad.meeting.MeetingFact;
import se.samlad.meeting.Meetings;
import se.samlad.paper.Papers;
import se.samlad.standing.OrdinaryForums;
import se.samlad.standing.StandingPages.Names;
import se.samlad.web.Say;

/** The pages of meetings. */
@Controller
public class MeetingPages {

    static final String PATH = MeetingApi.PATH;
    private static final int SHOWN = 200;

    private final Meetings meetings;
    private final OrdinaryForums forums;
    private final Actors actors;
    private final Papers papers;

    MeetingPages(Meetings meetings, OrdinaryForums forums, Actors actors, Papers papers) {
        this.meetings = meetings;
        this.forums = forums;
        this.actors = actors;
        this.papers = papers;
    }

    /** An undertaking, and the meeting where it was undertaken. */
    public record Undertaken(Meeting meeting, Line line) {}

    Names names(Say say) {
        return new Names(forums, actors, say);
    }

    /** What the viewer's actor has undertaken and not carried out, the earliest day first. */
    List<Undertaken> undertaken(Viewer viewer) {
        var own = viewer.acting().map(Acting::actor).orElse("");
        return meetings.seenBy(viewer).stream()
                .flatMap(m -> m.open(own).stream().map(line -> new Undertaken(m, line)))
                .sorted(java.util.Comparator.comparing(
                        (Undertaken each) -> each.line().due(),
                        java.util.Comparator.nullsLast(java.util.Comparator.naturalOrder())))
                .toList();
    }

    /** The meetings ahead, the earliest first. */
    List<Meeting> ahead(Viewer viewer) {
        return meetings.seenBy(viewer).stream().filter(Meeting::isAhead).toList();
    }

    @GetMapping(PATH)
    String all(Shell shell, Model model) {
        if (!shell.viewer().isMember()) throw new NotThere();
        model.addAttribute("ahead", ahead(shell.viewer()));
        model.addAttribute(
                "past",
                meetings.rows(shell.viewer()).stream()
                        .filter(row -> row.state() != Meeting.State.CALLED && row.state() != Meeting.State.OPEN)
                        .limit(SHOWN)
                        .toList());
        model.addAttribute("undertaken", undertaken(shell.viewer()));
        model.addAttribute("callable", meetings.callable(shell.viewer()));
        model.addAttribute("names", names(shell.say()));
        return "meeting/all";
    }

    @GetMapping(PATH + "/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam(name = "line", required = false) @Nullable UUID line,
            Shell shell,
            Model model) {
        var m = meetings.get(id, shell.viewer());
        var by = shell.viewer().acting().filter(MeetingPages::acts).orElse(null);
        model.addAttribute("m", m);
        model.addAttribute("papers", papers.of(id, id, shell.viewer()));
        model.addAttribute("line", by == null ? null : mayCorrect(m, line, by));
        model.addAttribute("names", names(shell.say()));
        model.addAttribute("left", meetings.isLeft(m));
        model.addAttribute("own", by == null ? "" : by.actor());
        model.addAttribute("leads", by != null && Leading.leads(m, by));
        model.addAttribute("approves", by != null && Leading.awaits(m, by));
        model.addAttribute("expected", by != null && m.called().expected().contains(by.actor()));
        return "meeting/one";
    }

    static boolean acts(Acting by) {
        return by.viewer().isMember() && !by.function().onlyAdministers();
    }

    /** The line, if the acting one may correct it; null: not, or none is chosen. */
    private static @Nullable Line mayCorrect(Meeting m, @Nullable UUID of, Acting by) {
        return m.line(of).filter(line -> Leading.mayCorrect(m, line, by)).orElse(null);
    }

    /** The agenda and the protocol as they grow, for all who look at the meeting. */
    @Bean
    static Panel meetingMinutes(Meetings meetings, OrdinaryForums forums, Actors actors) {
        return Panel.of("meeting.minutes", Panel.Scope.FUNCTION, entry -> entry.fact() instanceof MeetingFact, ask -> {
            var m = meetings.get(ask.subject(), ask.viewer());
            var params = new HashMap<String, Object>();
            params.put("m", m);
            params.put("due", meetings.due(m, ask.viewer()));
            params.put("names", new Names(forums, actors, ask.say()));
            params.put("by", ask.viewer().acting().filter(MeetingPages::acts).orElse(null));
            return new Panel.Content("meeting/minutes", params);
        });
    }
}
