package se.samlad.conference.page;

import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Function;
import se.samlad.access.Mandate;
import se.samlad.conference.ConferenceFact;
import se.samlad.conference.Conferences;
import se.samlad.journal.Journal;
import se.samlad.list.Paper;
import se.samlad.live.Panel;

/** The panels of a conference: its head, the order, who speaks, the protocol, what one does for one's actor, and what leaders do. */
@Configuration(proxyBeanMethods = false)
class ConferencePanels {

    private final Sheets sheets;
    private final Conferences conferences;

    ConferencePanels(Sheets sheets, Conferences conferences) {
        this.sheets = sheets;
        this.conferences = conferences;
    }

    /** The first protocol is made ready when a conference opens. */
    @Bean
    static InitializingBean protocolIsQuick(Journal journal, Paper paper) {
        return () -> journal.follow(entry -> {
            if (entry.fact() instanceof ConferenceFact.Opened) paper.warm();
        });
    }

    @Bean
    Panel conferenceHead() {
        return part("head", Panel.Scope.CLASS);
    }

    @Bean
    Panel conferenceRound() {
        return part("round", Panel.Scope.CLASS);
    }

    @Bean
    Panel conferenceSpeaker() {
        return part("speaker", Panel.Scope.CLASS);
    }

    @Bean
    Panel conferenceMinutes() {
        return part("minutes", Panel.Scope.CLASS);
    }

    @Bean
    Panel conferenceMine() {
        return part("mine", Panel.Scope.FUNCTION);
    }

    @Bean
    Panel conferenceLead() {
        return part("lead", Panel.Scope.FUNCTION);
    }

    /** In the week: the conferences of ordinary mode that go on or are ahead. */
    @Bean
    Panel conferenceWeek() {
        return Panel.of(
                "conference.week", Panel.Scope.FUNCTION, entry -> entry.fact() instanceof ConferenceFact, ask -> {
                    var ahead = conferences.seenBy(ask.viewer()).stream()
                            .filter(c -> c.isAhead() && c.called().incident() == null)
                            .map(c -> sheets.of(c, ask.viewer()))
                            .toList();
                    return new Panel.Content("conference/week", Map.of("sheets", ahead));
                });
    }

    private Panel part(String part, Panel.Scope scope) {
        return Panel.of(
                "conference." + part,
                scope,
                entry -> entry.fact() instanceof ConferenceFact,
                ask -> new Panel.Content("conference/" + part, params(part, scope, ask)));
    }

    private Map<String, Object> params(String part, Panel.Scope scope, Panel.Ask ask) {
        var sheet = sheets.get(ask.subject(), ask.viewer());
        var conference = sheet.conference();
        var params = new HashMap<String, Object>(
                Map.of("sheet", sheet, "on", sheets.on(conference, ask.viewer(), ask.say())));
        if (scope == Panel.Scope.CLASS) return params;
        var by = ask.viewer().acting();
        params.put("own", ask.viewer().function().map(Function::actor).orElse(""));
        params.put("acts", by.filter(each -> !each.function().onlyAdministers()).isPresent());
        params.put(
                "leads",
                by.filter(each -> conferences.mayLead(conference, each)).isPresent());
        params.put("keeps", by.filter(each -> each.may(Mandate.KEEP)).isPresent());
        if (part.equals("mine"))
            params.put("last", conferences.last(conference, ask.viewer()).orElse(""));
        return params;
    }
}
