package se.samlad.agreement;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Function;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.actor.Seat;
import se.samlad.agreement.Agreement.Noted;
import se.samlad.agreement.AgreementFact.Decided;
import se.samlad.agreement.AgreementFact.Fee;
import se.samlad.agreement.AgreementFact.Outcome;
import se.samlad.agreement.Parties.As;
import se.samlad.agreement.Parties.Party;
import se.samlad.journal.Refused;
import se.samlad.list.Listing;
import se.samlad.list.Listing.Choice;
import se.samlad.list.Listing.Column;
import se.samlad.list.Lists;
import se.samlad.live.Shell;
import se.samlad.web.Say;

/** The pages of the agreement, of what the parties pay, and of a year's figures. */
@Controller
public class AgreementPages {

    static final String PATH = "/agreement";
    static final String FEES = PATH + "/fees";
    static final String COUNTS = PATH + "/counts";
    static final String INVOICES = PATH + "/invoices";

    private final Agreements agreements;
    private final Actors actors;
    private final Lists lists;

    AgreementPages(Agreements agreements, Actors actors, Lists lists) {
        this.agreements = agreements;
        this.actors = actors;
        this.lists = lists;
    }

    /** Those of a kind that belong, by name. @param kind null: what is no actor here */
    public record Group(Actor.@Nullable Kind kind, List<String> names) {}

    /** @param on left out: today */
    @GetMapping(PATH)
    String page(@RequestParam(name = "on", required = false) @Nullable String on, Shell shell, Model model) {
        var say = shell.say();
        var today = Agreements.today(say);
        var agreement = agreements.seenBy(shell.viewer());
        var parties = agreements.parties(AgreementApi.day(on, today), today, shell.viewer());
        var by = shell.viewer().acting();
        var own = by.map(Acting::actor).orElse("");
        model.addAttribute("parties", parties);
        model.addAttribute("groups", groups(parties.of(As.PARTY), say));
        model.addAttribute("associated", names(parties.of(As.ASSOCIATED), say));
        model.addAttribute("perhaps", perhaps(parties, say));
        model.addAttribute("days", days(agreement, today));
        model.addAttribute("milestones", Milestone.all(agreement, actors, say));
        model.addAttribute("documents", agreement.inForce());
        model.addAttribute("versions", agreement.versions());
        model.addAttribute("papers", agreements.papers(shell.viewer()));
        model.addAttribute(
                "acting", by.filter(each -> !each.function().onlyAdministers()).isPresent() ? own : "");
        model.addAttribute("times", agreement.of(own));
        model.addAttribute("drawn", agreement.drawn(own));
        model.addAttribute(
                "own", by.filter(each -> Agreeing.decidesFor(each, own)).isPresent() ? own : "");
        model.addAttribute("notes", shell.viewer().may(Mandate.ADMIT));
        model.addAttribute("actors", actors);
        return "agreement/page";
    }

    private List<Group> groups(List<Party> parties, Say say) {
        var groups = Arrays.stream(Actor.Kind.values())
                .map(kind -> new Group(
                        kind,
                        names(parties.stream().filter(p -> p.kind() == kind).toList(), say)))
                .filter(group -> !group.names().isEmpty());
        var others = new Group(
                null, names(parties.stream().filter(p -> p.kind() == null).toList(), say));
        return java.util.stream.Stream.concat(
                        groups,
                        Optional.of(others).filter(group -> !group.names().isEmpty()).stream())
                .toList();
    }

    private List<String> names(List<Party> parties, Say say) {
        return parties.stream()
                .map(party -> actors.find(party.actor())
                        .map(actor -> actor.shortName(say.language()))
                        .orElse(AgreementApi.name(party, actors, say)))
                .sorted(java.text.Collator.getInstance(java.util.Locale.of("sv")))
                .toList();
    }

    /** In words: who, and between which days it began. */
    private List<String> perhaps(Parties parties, Say say) {
        return parties.perhaps().stream()
                .map(party -> names(List.of(party), say).getFirst() + ", "
                        + (party.since() == null
                                ? say.text("agreement.since-unknown")
                                : party.since().words(say)))
                .sorted()
                .toList();
    }

    /** The days on which it became as it is, and today: to choose from. */
    private static List<LocalDate> days(Agreement agreement, LocalDate today) {
        var days = new TreeSet<LocalDate>();
        agreement
                .steps()
                .values()
                .forEach(steps -> steps.forEach(noted -> {
                    switch (noted.fact()) {
                        case AgreementFact.Signed signed -> days.add(signed.on().latest());
                        case AgreementFact.Acceded acceded ->
                            days.add(acceded.from().latest());
                        case AgreementFact.Left left -> days.add(left.last().latest());
                    }
                }));
        days.add(today);
        return days.stream().skip(Math.max(0, days.size() - 6)).toList();
    }

    /** @param year the budget year; left out: the coming one */
    @GetMapping(FEES)
    String fees(@RequestParam(name = "year", required = false) @Nullable Integer year, Shell shell, Model model) {
        var agreement = agreements.seenBy(shell.viewer());
        int of = year == null ? Agreements.today(shell.say()).getYear() + 1 : FeeApi.year(year);
        var by = shell.viewer().acting();
        model.addAttribute("fees", agreements.fees(of, shell.viewer()));
        model.addAttribute("price", agreement.price(of).orElse(null));
        model.addAttribute("shares", agreement.shares(of).orElse(null));
        model.addAttribute("decided", agreement.decided(of).orElse(null));
        model.addAttribute("outcome", agreement.outcome(of).orElse(null));
        model.addAttribute("others", agreements.others(of, shell.viewer()));
        model.addAttribute("drawn", agreements.drawn());
        model.addAttribute("own", shell.viewer().function().map(Function::actor).orElse(""));
        model.addAttribute("decides", by.filter(Seat.DIRECTING::isOf).isPresent());
        model.addAttribute("counts", shell.viewer().may(Mandate.ADMIT));
        model.addAttribute("actors", actors);
        return "agreement/fees";
    }

    /** The figures of a day from a file; with a file, what is wrong with it or what it would change. */
    @GetMapping(COUNTS)
    String counts(Shell shell, Model model) {
        Agreements.mayCount(shell.viewer());
        var typed = shell.typed();
        var text = typed.value("counts", "text");
        var on = day(typed.value("counts", "on"));
        var counts = text.isBlank() || on == null ? null : agreements.read(text, on);
        model.addAttribute("drawn", agreements.counted());
        model.addAttribute("mistakes", List.of());
        model.addAttribute("changes", List.of());
        model.addAttribute("unknown", 0L);
        if (counts != null && on != null) {
            boolean sound = counts.isSound();
            model.addAttribute(
                    "mistakes",
                    counts.mistakes().stream()
                            .map(mistake -> mistake.words(shell.say()))
                            .toList());
            if (sound) model.addAttribute("changes", agreements.changes(counts, on));
            if (sound) model.addAttribute("unknown", counts.unknown());
        }
        return "agreement/counts";
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return Day.optional(text, "on");
        } catch (Refused _) {
            return null; // the form says so at its field
        }
    }

    /** What each pays by a decision. */
    private record Invoice(int year, Fee fee, Noted<Decided> decision) {}

    /** The basis of the invoices, as a list and a file: only what is decided. */
    @GetMapping(INVOICES)
    @Nullable
    String invoices(Shell shell, Model model, Lists.Request asked) throws IOException {
        var decided = agreements.seenBy(shell.viewer()).decided();
        var years = decided.stream()
                .map(noted -> String.valueOf(noted.fact().year()))
                .map(year -> new Choice<Invoice>(
                        year, say -> year, row -> String.valueOf(row.year()).equals(year)))
                .toList();
        var listing = new Listing<Invoice>(
                INVOICES,
                "invoices",
                List.of(
                        Column.of("actor", (row, say) -> actors.find(row.fee().actor())
                                .map(actor -> actor.name(say.language()))
                                .orElse(row.fee().actor())),
                        Column.<Invoice>of("year", (row, say) -> String.valueOf(row.year()))
                                .chosenBy(years),
                        Column.of("inhabitants", (row, say) -> row.fee().inhabitants()),
                        Column.of(
                                "counted",
                                (row, say) -> row.fee().countedOn() == null
                                        ? null
                                        : String.valueOf(row.fee().countedOn())),
                        Column.of("sek", (row, say) -> row.fee().sek()),
                        Column.of("decided", (row, say) -> row.decision().at())));
        var rows = decided.stream().flatMap(noted -> noted.fact().fees().stream()
                .map(fee -> new Invoice(noted.fact().year(), fee, noted)));
        return lists.answer(listing, rows, asked, model, "agreement/invoices");
    }

    /** What is left of the year's budget. */
    public static long left(Noted<Decided> decided, Noted<Outcome> outcome) {
        return budget(decided) - outcome.fact().sek();
    }

    /** What all pay together. */
    public static long budget(Noted<Decided> decided) {
        return decided.fact().fees().stream().mapToLong(Fee::sek).sum();
    }
}
