package se.samlad.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Mandate;
import se.samlad.access.NotThere;
import se.samlad.actor.Actors;
import se.samlad.incident.Incidents;
import se.samlad.incident.Sittings;
import se.samlad.journal.Entry;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.live.Panel;
import se.samlad.web.Offer;

/** What this room contributes: its facts and view, the composer, and the panel with the actor's last report. */
@Configuration(proxyBeanMethods = false)
class ReportRoom {

    /**
     * The legal grounds used most when something is shared with fewer (S1). The texts explain each in one plain line,
     * because people hesitate for lack of knowledge of the law, not because of the law.
     */
    private static final List<String> GROUNDS =
            List.of("18:13", "18:1", "18:8", "15:2", "25:1", "26:1", "31:16", "35:1");

    private static final List<String> TLP = List.of("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED");

    @Bean
    Offer reportOffer() {
        return Offer.of().with(new Offer.Shown(Offer.Slot.ABOVE_LOG, 1, "report.composer"));
    }

    @Bean
    Facts reportFacts() {
        return new Facts(ReportFact.class);
    }

    @Bean
    View<Situation> situationView() {
        return Situation.VIEW;
    }

    @Bean
    Panel reportComposer(Incidents incidents, Reports reports, Actors actors, Sittings sittings) {
        return new Composer(incidents, reports, actors, sittings);
    }

    @Bean
    Panel reportMine(Incidents incidents, Reports reports) {
        return new Mine(incidents, reports);
    }

    /**
     * The form for writing. It is drawn with the page and never replaced live, because somebody may be writing in it.
     */
    private record Composer(Incidents incidents, Reports reports, Actors actors, Sittings sittings) implements Panel {

        @Override
        public String name() {
            return "report.composer";
        }

        @Override
        public Scope scope() {
            return Scope.PERSON;
        }

        @Override
        public boolean concerns(Entry entry) {
            return false;
        }

        @Override
        public Content content(Ask ask) {
            var incident = incidents.get(ask.subject(), ask.viewer());
            var function = ask.viewer().function().orElseThrow(NotThere::new);
            var params = new HashMap<String, Object>();
            params.put("incident", incident.id());
            var situation = reports.in(incident.id(), ask.viewer(), null);
            params.put("last", situation.find(function.actor(), function.unit()));
            params.put("stands", situation.standing(function.actor(), function.unit()));
            params.put("then", ask.say().at(incident.clock(ask.say().now())));
            params.put("mayReport", function.may(Mandate.REPORT));
            params.put(
                    "asWhom",
                    actors.get(function.actor())
                            .unit(function.unit())
                            .map(unit -> ask.say().either(unit.nameSv(), unit.nameEn()))
                            .orElseGet(() ->
                                    actors.shortName(function.actor(), ask.say().language())));
            params.put(
                    "others",
                    actors.all().stream()
                            .filter(a -> !a.code().equals(function.actor()))
                            .toList());
            params.put(
                    "forums",
                    sittings.of(incident.id(), ask.viewer()).stream()
                            .filter(forum -> forum.open() && ask.viewer().holds("forum:" + forum.id()))
                            .toList());
            params.put("grounds", GROUNDS);
            params.put("tlps", TLP);
            params.put("details", ReportFact.OwnPicture.LASTING);
            return new Content("report/composer", params);
        }
    }

    /** The last report of the viewer's actor or unit, and the one press that confirms it. */
    private record Mine(Incidents incidents, Reports reports) implements Panel {

        private static final Set<Class<?>> OWN = Set.of(
                ReportFact.Reported.class,
                ReportFact.Confirmed.class,
                ReportFact.Corrected.class,
                ReportFact.Noted.class,
                ReportFact.NoteCorrected.class,
                ReportFact.NeedMet.class,
                ReportFact.Ended.class);

        @Override
        public String name() {
            return "report.mine";
        }

        @Override
        public Scope scope() {
            return Scope.FUNCTION;
        }

        @Override
        public boolean concerns(Entry entry) {
            return OWN.contains(entry.fact().getClass());
        }

        @Override
        public Content content(Ask ask) {
            var incident = incidents.get(ask.subject(), ask.viewer());
            var function = ask.viewer().function().orElseThrow(NotThere::new);
            var situation = reports.in(incident.id(), ask.viewer(), null);
            return new Content(
                    "report/mine",
                    Map.of(
                            "incident", incident.id(),
                            "title", incident.title(),
                            "last", situation.find(function.actor(), function.unit()),
                            "stands", situation.standing(function.actor(), function.unit()),
                            "then", ask.say().at(incident.clock(ask.say().now())),
                            "mayReport", function.may(Mandate.REPORT)));
        }
    }
}
