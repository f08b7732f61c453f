package se.samlad.staff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Viewers;
import se.samlad.actor.Actors;
import se.samlad.forum.Forum;
import se.samlad.forum.Forums;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.incident.Sittings;
import se.samlad.incident.Telling;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.live.Panel;
import se.samlad.web.Say;
import se.samlad.web.Worded;

/** What this room contributes: facts and views, rows of the log, words to compare, and a panel on the forums' page. */
@Configuration(proxyBeanMethods = false)
public class StaffRoom {

    @Bean
    Facts staffFacts() {
        return new Facts(StaffFact.class);
    }

    @Bean
    View<Staff.All> staffView() {
        return Staff.All.VIEW;
    }

    @Bean
    Worded staffWords() {
        return (entry, say) -> entry.fact() instanceof StaffFact.RoomsSet r
                ? List.of(
                        Worded.Field.of("room", say.text("field.room"), r.place()),
                        Worded.Field.of("reserve", say.text("field.reserve"), r.reserve()),
                        Worded.Field.of("link", say.text("field.link"), r.link()))
                : List.of();
    }

    /** Who comes and goes stands on the page alone: forty rows of it would hide the rest of the log. */
    @Bean
    Telling staffTelling() {
        return Telling.of(StaffFact.class, (fact, entry, viewer, say) -> Optional.ofNullable(row(fact, say)));
    }

    private static Telling.@Nullable Row row(StaffFact fact, Say say) {
        var word = say.text("staff.word");
        return switch (fact) {
            case StaffFact.RoomsSet r ->
                Telling.Row.of(
                        Telling.Kind.OTHER,
                        word,
                        say.text("staff.told.rooms", or(r.place(), say), or(r.reserve(), say), or(r.link(), say)));
            case StaffFact.Opened o ->
                Telling.Row.of(
                        Telling.Kind.CALL,
                        word,
                        say.text("staff.told.opened", o.posts().size()));
            case StaffFact.HandedOver h ->
                Telling.Row.of(
                        Telling.Kind.NOTE,
                        word,
                        say.text("staff.told.handed", say.text("staff.post." + h.post()), h.text()));
            case StaffFact.Closed c ->
                Telling.Row.of(Telling.Kind.OTHER, word, say.text("staff.told.closed", c.reason()));
            case StaffFact.Came _, StaffFact.Went _ -> null;
        };
    }

    private static String or(@Nullable String text, Say say) {
        return text == null ? say.text("staff.not-said") : text;
    }

    /** The forums of an incident that are open, with their rooms and staffs. */
    public record Sheet(Incident incident, List<Held> forums, Names names, String own, boolean acts) {}

    /** @param drawn what a change of the rooms is drawn from @param staff null: none sits @param leads whether the reader leads the forum */
    public record Held(
            Forum forum,
            Staff.@Nullable Rooms rooms,
            UUID drawn,
            @Nullable Staff staff,
            boolean leads) {}

    public record Names(Actors actors, Viewers viewers) {
        /** {@code Tjänsteman i beredskap, Täby}. @param id as {@code actor/name} */
        public String function(String id, Say say) {
            var at = id.split("/", 2);
            var title = viewers.functions().find(at[0], at[at.length - 1]).map(f -> f.title(say.language()));
            return title.orElse(at[at.length - 1]) + ", " + actors.shortName(at[0], say.language());
        }
    }

    @Bean
    Panel staffPanel(Staffs staffs, Incidents incidents, Forums forums, Names staffNames) {
        return Panel.of(
                "staff.all",
                Panel.Scope.FUNCTION,
                entry -> entry.fact() instanceof StaffFact || entry.fact() instanceof Sittings.Moved,
                ask -> {
                    var by = ask.viewer()
                            .acting()
                            .filter(each -> !each.function().onlyAdministers())
                            .orElse(null);
                    var incident = incidents.get(ask.subject(), ask.viewer());
                    var all = staffs.in(incident.id(), ask.viewer());
                    var held = forums.in(incident.id(), ask.viewer()).open().stream()
                            .map(forum -> held(forum, all, by != null && forums.leads(forum, by)))
                            .toList();
                    var own = by == null ? "" : by.function().id();
                    return new Panel.Content(
                            "staff/all",
                            new HashMap<>(Map.of("sheet", new Sheet(incident, held, staffNames, own, by != null))));
                });
    }

    private static Held held(Forum forum, Staff.All all, boolean leads) {
        UUID id = forum.id();
        return new Held(
                forum, all.rooms().get(id), Staffs.drawn(all, id), all.open(id).orElse(null), leads);
    }

    @Bean
    Names staffNames(Actors actors, Viewers viewers) {
        return new Names(actors, viewers);
    }
}
