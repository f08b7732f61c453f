package se.samlad.reminder;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samlad.actor.Actors;
import se.samlad.reach.Channel.Notice;
import se.samlad.reach.Reaching;
import se.samlad.reach.Smtp;
import se.samlad.reach.Way;
import se.samlad.reminder.ReminderFact.Stage;
import se.samlad.web.Languages;
import se.samlad.web.Say;

/** What a reminder says in each channel: numbers, and where to look. */
@Component
class ReminderWording {

    private final Actors actors;
    private final Reaching reaching;
    private final Languages languages;
    private final Smtp smtp;

    ReminderWording(Actors actors, Reaching reaching, Languages languages, Smtp smtp) {
        this.actors = actors;
        this.reaching = reaching;
        this.languages = languages;
        this.smtp = smtp;
    }

    List<String> addresses(Reminder reminder, Way way) {
        return reaching.addresses(reminder.begun().function(), way);
    }

    Notice notice(Reminder reminder, Way way, UUID key) {
        var say = languages.in("sv"); // whoever is reminded has not said which
        var link = smtp.url().map(url -> url + "/turn");
        var text = say.text("reminder.notice", name(reminder.begun().function(), say), counted(reminder, say)) + ' ';
        text += way != Way.PUSH && link.isPresent()
                ? say.text("reminder.notice.link", link.get())
                : say.text("reminder.notice.page");
        return new Notice(key, say.text("reminder.notice.title"), text, null, false, link.orElse(null));
    }

    /** {@code 1 är försenad, 2 ska snart vara klara}: the most urgent first, in one line. */
    String counted(Reminder reminder, Say say) {
        return Arrays.stream(Stage.values())
                .sorted(java.util.Comparator.reverseOrder())
                .filter(stage -> reminder.count(stage) > 0)
                .map(stage -> say.text("reminder.count." + stage, reminder.count(stage)))
                .collect(Collectors.joining(", "));
    }

    /** The title of the function and its actor; its id where it is gone. @param function {@code actor/name} */
    String name(String function, Say say) {
        var known = reaching.functions().byId().get(function);
        return known == null
                ? function
                : known.title(say.language()) + ", " + actors.shortName(known.actor(), say.language());
    }
}
