package se.samlad.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.reach.Way;

/** Reminders, for programs and forms. */
@RestController
class ReminderApi {

    /** @param hour Stockholm's, from which functions are reminded @param after days that a thing waits first @param ahead days before its time */
    record Settling(
            @Nullable Boolean sends,
            @Nullable Integer hour,
            @Nullable Integer after,
            @Nullable Integer ahead) {}

    /** @param day Stockholm's @param way by which it was taken; null: by none, or it is being sent */
    record Latest(
            String function,
            LocalDate day,
            Instant at,
            int things,
            @Nullable Way way) {

        static Latest of(Reminder reminder) {
            var begun = reminder.begun();
            return new Latest(
                    begun.function(), begun.day(), reminder.at(), begun.things().size(), reminder.way());
        }
    }

    /** @param latest of each function, as far as the caller may see it */
    record Shown(boolean sends, int hour, int after, int ahead, List<Latest> latest) {}

    private final Reminders reminders;

    ReminderApi(Reminders reminders) {
        this.reminders = reminders;
    }

    @GetMapping("/api" + ReminderPages.PATH)
    Shown get(Viewer viewer) {
        if (!viewer.isMember()) throw new NotThere();
        var as = reminders.all().settings();
        var latest = reminders.latest(viewer).stream().map(Latest::of).toList();
        return new Shown(as.on(), as.hour(), as.after(), as.ahead(), latest);
    }

    /** How functions are reminded from now on. What is left out is as it was; {@code sends} must be said. */
    @PostMapping("/api/reminder-settings")
    Recorded settle(@RequestBody Settling said, DrawnFrom from, Acting by, Once once) {
        return reminders.settle(said, from, by, once);
    }
}
