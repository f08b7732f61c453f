package se.samlad.duty;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.samlad.access.Function;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.credential.Persons;
import se.samlad.credential.Persons.Person;
import se.samlad.journal.Journal;
import se.samlad.live.Shell;
import se.samlad.rota.Slice;
import se.samlad.rota.Staff;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** The pages of shifts and of letting colleagues in. */
@Controller
public class DutyController {

    /** Somebody with a name. Read by the templates, as all below. */
    public record Known(String account, String name) {}

    /** Somebody on duty, or who will be. @param until null: nobody has said */
    public record Served(
            String account,
            String name,
            Instant from,
            @Nullable Instant until) {}

    private static Served served(Slice slice, Map<String, Person> named) {
        return new Served(
                slice.account(), name(named, slice.account()), slice.from(), slice.isOpen() ? null : slice.until());
    }

    /** A hand-over that the reader may take, or made. @param own whether the reader made it */
    public record Offered(Duty.HandOver handOver, String title, String from, boolean own) {
        public java.util.UUID id() {
            return handOver.id();
        }

        public Instant at() {
            return handOver.at();
        }

        public String note() {
            return handOver.said().note() == null
                    ? ""
                    : String.valueOf(handOver.said().note());
        }

        public List<String> open() {
            return handOver.said().open();
        }
    }

    /** Somebody who was let in. @param code null: not the reader's to read aloud, or over */
    public record LetIn(
            java.util.UUID id,
            String person,
            String title,
            String by,
            String reason,
            String how,
            Instant at,
            Instant until,
            Instant codeUntil,
            @Nullable String code,
            boolean cameIn,
            boolean over,
            boolean reviewable) {}

    private final Shifts shifts;
    private final Persons persons;
    private final Actors actors;
    private final Journal journal;
    private final List<Waiting> waiting;

    DutyController(Shifts shifts, Persons persons, Actors actors, Journal journal, List<Waiting> waiting) {
        this.shifts = shifts;
        this.persons = persons;
        this.actors = actors;
        this.journal = journal;
        this.waiting = waiting;
    }

    @GetMapping("/shift")
    String shift(Shell shell, Model model) {
        var viewer = shell.viewer();
        var function = viewer.function().orElseThrow(() -> new NotMandated("duty.no-function"));
        var say = shell.say();
        var successors = Staff.successors(shifts.functions(), function);
        var duty = shifts.duty();
        var named = persons.of(OnDuty.people(shifts.functions(), function.actor()));
        model.addAttribute("function", function);
        model.addAttribute("actor", actors.shortName(function.actor(), say.language()));
        model.addAttribute(
                "onDuty",
                shifts.duties().at(function, journal.now()).stream()
                        .map(s -> served(s, named))
                        .toList());
        var next = shifts.duties().next(function, journal.now());
        model.addAttribute("next", next.map(s -> served(s, named)).orElse(null));
        model.addAttribute("others", known(successors, named, viewer.account()));
        model.addAttribute("offered", offered(duty, function, viewer, named, say));
        model.addAttribute("open", open(viewer, say));
        return "duty/shift";
    }

    private List<Offered> offered(Duty duty, Function function, Viewer viewer, Map<String, Person> named, Say say) {
        return duty.handOvers(function.actor()).stream()
                .filter(h -> h.from().equals(viewer.account())
                        || OnDuty.mayTakeOver(shifts.functions(), h, viewer.account()))
                .map(h -> new Offered(
                        h,
                        title(h.actor(), h.said().function(), say),
                        name(named, h.from()),
                        h.from().equals(viewer.account())))
                .toList();
    }

    /** What waits for the function now, most urgent first, then what it has taken on and what it expects. */
    private List<String> open(Viewer viewer, Say say) {
        var ahead = waiting.stream().flatMap(each -> each.ahead(viewer, say).stream());
        var now = waiting.stream()
                .flatMap(each -> each.waiting(viewer, say).stream())
                .filter(item -> !item.id().startsWith(DutyRoom.HAND_OVER))
                .sorted(Comparator.comparingInt(Waiting.Item::urgency).thenComparing(Waiting.Item::since))
                .map(item -> item.detail().isEmpty() ? item.title() : item.title() + ": " + item.detail());
        return Stream.concat(now, ahead)
                .map(text -> text.length() > 200 ? text.substring(0, 199) + "…" : text)
                .distinct()
                .toList();
    }

    @GetMapping("/vouching")
    String vouching(Shell shell, Model model) {
        var viewer = shell.viewer();
        var function =
                viewer.function().filter(OnDuty::mayVouch).orElseThrow(() -> new NotMandated("duty.vouch-mandate"));
        var say = shell.say();
        var actor = function.actor();
        var people = OnDuty.people(shifts.functions(), actor);
        var named = persons.of(people);
        var now = journal.now();
        model.addAttribute("actor", actors.shortName(actor, say.language()));
        model.addAttribute("people", known(people, named, viewer.account()));
        model.addAttribute(
                "functions",
                shifts.functions().ofActor(actor).stream()
                        .filter(f -> !f.may(Mandate.ADMINISTER) && !f.may(Mandate.ADMIT))
                        .toList());
        model.addAttribute(
                "letIn",
                shifts.duty().vouchings(actor).stream()
                        .map(v -> new LetIn(
                                v.id(),
                                name(named, v.said().person()),
                                title(actor, v.said().function(), say),
                                name(named, v.by()),
                                v.said().reason(),
                                say.text("duty.how." + v.said().how()),
                                v.at(),
                                v.said().until(),
                                v.said().codeUntil(),
                                v.by().equals(viewer.account()) && v.hasCode(now) ? shifts.code(v) : null,
                                v.cameIn() != null,
                                v.isOver(now),
                                viewer.may(Mandate.ADMINISTER) && !v.by().equals(viewer.account())))
                        .toList());
        return "duty/vouching";
    }

    private String title(String actor, String function, Say say) {
        return shifts.functions()
                .find(actor, function)
                .map(f -> f.title(say.language()))
                .orElse(function);
    }

    private static List<Known> known(List<String> accounts, Map<String, Person> named, String own) {
        return accounts.stream()
                .filter(account -> !account.equals(own))
                .map(account -> new Known(account, name(named, account)))
                .sorted(Comparator.comparing(Known::name))
                .toList();
    }

    private static String name(Map<String, Person> named, String account) {
        var person = named.get(account);
        return person == null ? account : person.name();
    }
}
