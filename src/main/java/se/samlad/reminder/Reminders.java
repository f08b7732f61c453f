package se.samlad.reminder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import se.samlad.access.Function;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.forum.Forum;
import se.samlad.forum.ForumsView;
import se.samlad.incident.Incidents;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Reader;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.lapse.Lapsing.Lapse;
import se.samlad.reach.Reaching;
import se.samlad.reach.Way;
import se.samlad.reminder.Reminder.All;
import se.samlad.reminder.ReminderFact.Begun;
import se.samlad.reminder.ReminderFact.Thing;

/** Who is to be reminded of what, and how functions are. */
@Service
class Reminders {

    static final Labels MEMBERS = Labels.of("members");

    /** The gentlest first: a letter waits until it is read, a notice and an SMS make themselves heard. */
    private static final List<Way> WAYS = List.of(Way.MAIL, Way.PUSH, Way.SMS);

    private final Journal journal;
    private final Reaching reaching;
    private final Actors actors;
    private final Incidents incidents;
    private final Awaited awaited;

    Reminders(Journal journal, Reaching reaching, Actors actors, Incidents incidents, Awaited awaited) {
        this.journal = journal;
        this.reaching = reaching;
        this.actors = actors;
        this.incidents = incidents;
        this.awaited = awaited;
    }

    All all() {
        return journal.across(All.ACROSS);
    }

    /** The latest of each function, as far as the viewer may see it, the latest first. */
    List<Reminder> latest(Viewer viewer) {
        return all().byFunction().values().stream()
                .map(Reminder.Told::latest)
                .filter(each -> viewer.sees(each.labels()))
                .sorted(java.util.Comparator.comparing(Reminder::at).reversed().thenComparing(each -> each.begun()
                        .function()))
                .toList();
    }

    Recorded settle(ReminderApi.Settling said, DrawnFrom from, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            facing.guard(All.SETTINGS);
            var before = all().settings();
            Reminding.mustSettle(by);
            from.mustBe(before.version());
            var fact = Reminding.settle(by, said.sends(), said.hour(), said.after(), said.ahead(), before);
            return List.of(Draft.on(All.SETTINGS, All.SETTINGS, fact, MEMBERS));
        });
    }

    /** The functions that are to be reminded now, each of all that it was not told. */
    List<Lapse> due(Instant now) {
        var all = all();
        var time = Reminding.time(all.settings(), now).orElse(null);
        if (time == null) return List.of();
        var busy = inIncidents();
        var today = Reminding.today(now);
        var things = new ArrayList<Told>();
        for (var function : reaching.functions().byId().values()) {
            if (function.onlyAdministers() || busy.contains(function.actor()) || all.isDone(function.id(), today))
                continue;
            var untold = Reminding.untold(awaited.of(function), all.told(function.id()), all.settings(), now);
            if (!untold.isEmpty()) things.add(new Told(function, untold));
        }
        if (things.isEmpty()) return List.of();
        var personal = reaching.havePersonal(
                things.stream().map(each -> each.function().id()).toList());
        return things.stream()
                .flatMap(each -> begin(each, ways(each.function(), personal), time).stream())
                .toList();
    }

    private record Told(Function function, List<Thing> things) {}

    private List<Way> ways(Function function, java.util.function.BiPredicate<String, Way> personal) {
        var own = reaching.paths().of(function.id());
        return WAYS.stream()
                .filter(way -> personal.test(function.id(), way) || own.stream().anyMatch(path -> path.way() == way))
                .toList();
    }

    /** The actors that sit in a forum of an incident that goes on, which is no exercise: they have other things to do. */
    private Set<String> inIncidents() {
        var all = new HashSet<String>();
        incidents
                .open()
                .filter(incident -> !incident.isExercise())
                .flatMap(incident -> journal.view(ForumsView.VIEW, incident.id(), Reader.ALL).open().stream())
                .map(Forum::seats)
                .forEach(seats -> all.addAll(seats.actors()));
        return all;
    }

    /** A function that can't be reached by any of the ways has its own page alone. */
    private Optional<Lapse> begin(Told told, List<Way> ways, Instant time) {
        if (ways.isEmpty()) return Optional.empty();
        var id = told.function().id();
        var by = actors.secretariat();
        return Optional.of(new Lapse(Reminder.subject(id), time, by, facing -> {
            facing.guard(Reminder.subject(id));
            var now = facing.now();
            var today = Reminding.today(now);
            if (Reminding.time(all().settings(), now).isEmpty() || all().isDone(id, today))
                throw new Refused("reminder.not-due");
            var labels = Labels.of(Stream.of("function:" + id, "actor:" + by.actor())
                    .distinct()
                    .toArray(String[]::new));
            var fact = new Begun(id, today, told.things(), ways);
            return List.of(Draft.on(Reminder.stream(id), Reminder.subject(id), fact, labels));
        }));
    }
}
