package se.samlad.trial;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samlad.actor.Actors;
import se.samlad.reach.Channel.Notice;
import se.samlad.reach.Reaching;
import se.samlad.reach.Way;
import se.samlad.trial.TrialFact.Asked;
import se.samlad.web.Languages;
import se.samlad.web.Say;

/** What a test says in each channel: that it is one, first of all. */
@Component
class TrialWording {

    private final Actors actors;
    private final Reaching reaching;
    private final Languages languages;
    private final TrialLinks links;

    TrialWording(Actors actors, Reaching reaching, Languages languages, TrialLinks links) {
        this.actors = actors;
        this.reaching = reaching;
        this.languages = languages;
        this.links = links;
    }

    List<String> addresses(String function, Way way) {
        return reaching.addresses(function, way);
    }

    Notice notice(Trial trial, Asked asked, Way way, UUID key) {
        var say = languages.in("sv"); // whoever is called has not said which
        var text = new StringBuilder(say.text("trial.notice", called(asked, say)));
        var link = links.of(trial.id(), asked.id());
        if (way == Way.PUSH && link.isPresent()) text.append(' ').append(say.text("trial.notice.press"));
        else if (way != Way.VOICE && link.isPresent())
            text.append(' ').append(say.text("trial.notice.link", link.get()));
        else text.append(' ').append(say.text("trial.notice.page"));
        return new Notice(key, title(asked, say), text.toString(), null, false, link.orElse(null));
    }

    String title(Asked asked, Say say) {
        return say.text("trial.notice.title", called(asked, say));
    }

    private String called(Asked asked, Say say) {
        var actor = actors.shortName(asked.actor(), say.language());
        var function = reaching.functions().byId().get(asked.function());
        return function == null ? actor : function.title(say.language()) + ", " + actor;
    }
}
