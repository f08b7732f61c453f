package se.samlad.reach;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import se.samlad.access.Functions;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;

/** The paths to functions, which each actor sets for its own (A6). */
@Service
public class Reaching {

    private final Journal journal;
    private final Actors actors;
    private final Personal personal;
    private final Personal.Holders holders;
    private final Channels channels;

    Reaching(Journal journal, Actors actors, Personal personal, Personal.Holders holders, Channels channels) {
        this.journal = journal;
        this.actors = actors;
        this.personal = personal;
        this.holders = holders;
        this.channels = channels;
    }

    public Functions functions() {
        return journal.across(Functions.ACROSS);
    }

    /** Where a notice to the function goes: its own addresses of the way, and those of the people who hold it now. */
    public List<String> addresses(String function, Way way) {
        var own =
                paths().of(function).stream().filter(path -> path.way() == way).map(Paths.Path::address);
        var people = holders.of(function);
        var devices = channels.devices(way, people).values().stream().flatMap(List::stream);
        return Stream.of(own, personal.of(people, way).stream(), devices)
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    /** The personal numbers and addresses of those who hold the function now, for who calls out. */
    public List<Paths.Path> personal(String function) {
        return holders.of(function).stream()
                .flatMap(account -> personal.of(account).entrySet().stream())
                .map(each -> new Paths.Path(each.getKey(), each.getValue(), 0))
                .toList();
    }

    /** Who of those who hold the functions now has a personal address, by function and way: one look for all. */
    public BiPredicate<String, Way> havePersonal(Collection<String> functions) {
        var accounts = functions.stream().collect(Collectors.toMap(function -> function, holders::of, (a, b) -> a));
        var all = accounts.values().stream().flatMap(List::stream).distinct().toList();
        var ways = personal.ways(all);
        var pushed = channels.devices(Way.PUSH, all).keySet();
        return (function, way) -> accounts.getOrDefault(function, List.of()).stream()
                .anyMatch(account -> way == Way.PUSH
                        ? pushed.contains(account)
                        : ways.getOrDefault(account, Set.of()).contains(way));
    }

    public Paths paths() {
        return journal.across(Paths.ACROSS);
    }

    /**
     * Who may set an actor's paths: itself, by who takes a stance for it or looks after its people. The secretariat does
     * for contacts and others that have nobody to do so (A8).
     */
    public boolean maySet(Acting by, String actor) {
        if (by.actor().equals(actor)) return by.may(Mandate.STANCE) || by.may(Mandate.ADMINISTER) || ownsNobody(by);
        return by.may(Mandate.ADMIT) && !actors.decideForThemselves().contains(actor);
    }

    /** An actor whose functions take no stance, such as a contact (A8). */
    private boolean ownsNobody(Acting by) {
        return functions().ofActor(by.actor()).stream()
                .noneMatch(f -> f.may(Mandate.STANCE) || f.may(Mandate.ADMINISTER));
    }

    /** @throws NotThere where there is no such function; NotMandated reach.whose; else as {@link Addresses#all} */
    Recorded set(String actor, String name, List<Addresses.Typed> typed, DrawnFrom from, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            if (!maySet(by, actor)) throw new NotMandated("reach.whose");
            var function = functions().find(actor, name).orElseThrow(NotThere::new);
            var subject = Paths.subject(function.id());
            facing.guard(subject);
            var before = paths().find(function.id());
            if (before.isPresent()) from.mustBe(before.get().drawn());
            var fact = new ReachFact.PathsSet(actor, name, Addresses.all(typed));
            return List.of(Draft.on(Functions.stream(actor), subject, fact, LABELS));
        });
    }

    /** All members see them: each may have to call each. */
    static final Labels LABELS = Labels.of("members");
}
