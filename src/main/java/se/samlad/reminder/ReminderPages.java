package se.samlad.reminder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.samlad.access.NotThere;
import se.samlad.live.Shell;
import se.samlad.reach.Way;

/** The page of reminders. */
@Controller
public class ReminderPages {

    static final String PATH = "/reminders";

    private final Reminders reminders;
    private final ReminderWording wording;

    ReminderPages(Reminders reminders, ReminderWording wording) {
        this.reminders = reminders;
        this.wording = wording;
    }

    /** What a function was told last. @param way by which it was taken; null: by none @param goesOn whether it is being sent */
    public record Row(
            String function,
            Instant at,
            String what,
            @Nullable Way way,
            boolean goesOn) {}

    @GetMapping(PATH)
    String page(Shell shell, Model model) {
        if (!shell.viewer().isMember()) throw new NotThere();
        model.addAttribute("settings", reminders.all().settings());
        model.addAttribute(
                "latest",
                reminders.latest(shell.viewer()).stream()
                        .map(each -> row(each, shell))
                        .toList());
        model.addAttribute("maySettle", Reminding.maySettle(shell.viewer()));
        return "reminder/page";
    }

    private Row row(Reminder reminder, Shell shell) {
        return new Row(
                wording.name(reminder.begun().function(), shell.say()),
                reminder.at(),
                wording.counted(reminder, shell.say()),
                reminder.way(),
                reminder.given() == null);
    }
}
