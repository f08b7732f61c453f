package se.samlad.callout;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.samlad.access.Functions;
import se.samlad.actor.Actors;
import se.samlad.forum.Forum;
import se.samlad.incident.Incident;
import se.samlad.reach.Addresses;
import se.samlad.reach.Channel.Notice;
import se.samlad.reach.Reaching;
import se.samlad.reach.Way;
import se.samlad.web.Languages;
import se.samlad.web.Say;

/**
 * What a call says: who calls whom, to what, and a number to ring back. It says nothing of what has happened, for it stands
 * on locked screens and goes through others' hands; an exercise says so first.
 */
@Component
public class Wording {

    private final Actors actors;
    private final Reaching reaching;
    private final Languages languages;
    private final CallLinks links;
    private final String countyPhone;

    Wording(
            Actors actors,
            Reaching reaching,
            Languages languages,
            CallLinks links,
            @Value("${samlad.duty-phone:}") String countyPhone) {
        this.actors = actors;
        this.reaching = reaching;
        this.languages = languages;
        this.links = links;
        this.countyPhone = countyPhone;
    }

    Notice notice(Incident incident, Forum forum, Call call, int rung, boolean keptIn) {
        var say = languages.in("sv"); // whoever is called has not said which
        var way = call.rung(rung).way();
        var key = Sendings.key(call.id(), rung);
        return new Notice(
                key,
                title(incident, forum, call, say),
                text(incident, forum, call, rung, say),
                report(way, call, rung),
                keptIn,
                links.answer(call.id(), rung).orElse(null));
    }

    private @org.jspecify.annotations.Nullable String report(Way way, Call call, int rung) {
        return way == Way.SMS || way == Way.VOICE
                ? links.report(call.id(), rung).orElse(null)
                : null;
    }

    /** One line. */
    String title(Incident incident, Forum forum, Call call, Say say) {
        return exercise(incident, say)
                + say.text(
                        "callout.notice.title",
                        actor(forum.opening().by().actor(), say),
                        called(call.asked().function(), call, say));
    }

    private String text(Incident incident, Forum forum, Call call, int rung, Say say) {
        var step = call.rung(rung);
        var text = new StringBuilder(exercise(incident, say));
        text.append(say.text(
                "callout.notice.text",
                actor(forum.opening().by().actor(), say),
                called(step.function(), call, say),
                say.text("forum.level." + forum.level())));
        meets(incident, forum, say).ifPresent(meets -> text.append(' ').append(meets));
        var link = links.answer(call.id(), rung);
        if (step.way() == Way.SMS) text.append(' ').append(say.text("callout.notice.reply"));
        if (step.way() != Way.VOICE && step.way() != Way.PUSH && link.isPresent())
            text.append(' ').append(say.text("callout.notice.link", link.get()));
        number(forum).ifPresent(number -> text.append(' ').append(say.text("callout.notice.number", number)));
        return text.toString();
    }

    /** What a person who telephones says. */
    public String spoken(Incident incident, Forum forum, Call call, String caller, Say say) {
        return exercise(incident, say)
                + say.text("callout.say", caller, say.text("forum.level." + forum.level()), actor(call.actor(), say))
                + meets(incident, forum, say).map(meets -> " " + meets).orElse("");
    }

    /** When the forum meets, by the incident's clock. */
    Optional<String> meets(Incident incident, Forum forum, Say say) {
        return Optional.ofNullable(forum.next().at())
                .map(at -> say.text(
                        "callout.notice.meets",
                        say.at(incident.clock(say.now())).time(at)));
    }

    /** Where the provider of SMS hands replies in; the path alone where no address is stated. */
    public String replies() {
        return links.replies();
    }

    private static String exercise(Incident incident, Say say) {
        return incident.isExercise() ? say.text("callout.notice.exercise") + " " : "";
    }

    private String actor(String code, Say say) {
        return actors.shortName(code, say.language());
    }

    private String called(String function, Call call, Say say) {
        return title(reaching.functions(), function, say)
                .map(title -> title + ", " + actor(call.actor(), say))
                .orElse(actor(call.actor(), say));
    }

    static Optional<String> title(Functions functions, String function, Say say) {
        return Optional.ofNullable(functions.byId().get(function)).map(f -> f.title(say.language()));
    }

    /** Of the one who called: its own telephone, else the county's duty officer. */
    Optional<String> number(Forum forum) {
        var by = forum.opening().by();
        return reaching.paths().of(by.actor() + "/" + by.function()).stream()
                .filter(path -> path.way() == Way.TELEPHONE || path.way() == Way.VOICE)
                .findFirst()
                .map(path -> Addresses.shown(path.address()))
                .or(() -> countyPhone.isEmpty() ? Optional.empty() : Optional.of(countyPhone));
    }
}
