package se.samlad.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Viewer;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.lapse.Lapsing;
import se.samlad.reminder.Reminder.Settings;
import se.samlad.web.Offer;
import se.samlad.web.Say;
import se.samlad.web.Worded;
import se.samlad.web.Worded.Field;

/** What this room contributes: facts and their view, a door, what begins by itself, and words to compare. */
@Configuration(proxyBeanMethods = false)
class ReminderRoom {

    @Bean
    Facts reminderFacts() {
        return new Facts(ReminderFact.class);
    }

    @Bean
    Across<Reminder.All> allReminders() {
        return Reminder.All.ACROSS;
    }

    @Bean
    Offer reminderOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.EVERYDAY, 11, "reminders", ReminderPages.PATH, Viewer::isMember));
    }

    /** The day's reminders begin at their hour. */
    @Bean
    Lapsing remindersLapse(Reminders reminders, @Value("${samlad.call-nobody:false}") boolean callsNobody) {
        return callsNobody ? now -> List.of() : new Daily(reminders);
    }

    /** What waits for all functions is looked through when the settings have changed, and else some times an hour. */
    private static final class Daily implements Lapsing {

        private static final Duration BETWEEN = Duration.ofMinutes(5);

        private final Reminders reminders;
        private Instant looked = Instant.EPOCH;
        private Settings by = Settings.OFF;

        Daily(Reminders reminders) {
            this.reminders = reminders;
        }

        @Override
        public synchronized List<Lapse> due(Instant now) {
            var settings = reminders.all().settings();
            if (settings.equals(by) && now.isBefore(looked.plus(BETWEEN))) return List.of();
            var due = reminders.due(now);
            by = settings;
            looked = now;
            return due;
        }
    }

    @Bean
    Worded reminderWords() {
        return (entry, say) -> entry.fact() instanceof ReminderFact.Settled s ? fields(s, say) : List.of();
    }

    private static List<Field> fields(ReminderFact.Settled s, Say say) {
        return List.of(
                Field.of("sends", say.text("field.sends"), say.text("reminder.is-on." + s.on())),
                Field.of("hour", say.text("field.hour"), s.hour() + ":00"),
                Field.of("after", say.text("reminder.after"), String.valueOf(s.after())),
                Field.of("ahead", say.text("reminder.ahead"), String.valueOf(s.ahead())));
    }
}
