package se.samlad.rota.page;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samlad.access.Function;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.credential.Persons;
import se.samlad.credential.Persons.Person;
import se.samlad.ical.CalendarReader;
import se.samlad.rota.Duties;
import se.samlad.rota.RotaFact.Kind;
import se.samlad.rota.Staff;
import se.samlad.web.Say;

/** Makes the page of the rota for a reader, who is told the names of its own actor's people only. */
@Component
class RotaPages {

    /** How far back duty is counted. */
    private static final Duration COUNTED = Duration.ofDays(84);

    private final Duties duties;
    private final Persons persons;
    private final Actors actors;
    private final Swaps swaps;

    RotaPages(Duties duties, Persons persons, Actors actors) {
        this.duties = duties;
        this.persons = persons;
        this.actors = actors;
        this.swaps = new Swaps(duties);
    }

    Duties duties() {
        return duties;
    }

    RotaPage of(Viewer viewer, Say say) {
        var actor = viewer.function().map(Function::actor).orElse("");
        var now = duties.now();
        var own = shown(actor);
        var named = new TreeSet<String>();
        own.forEach(f -> {
            named.addAll(Staff.of(duties.functions(), f));
            duties.between(f, now.minus(COUNTED), now.plus(Duties.WEEKS)).forEach(s -> named.add(s.account()));
        });
        var today = LocalDateTime.ofInstant(now, Say.STOCKHOLM).toLocalDate();
        var reading = new Reading(viewer, actor, say, now, today, persons.of(named));
        var others = viewer.isMember()
                ? Stream.of(actors.common().joint(), actors.common().countyBoard())
                        .filter(code -> !code.equals(actor))
                        .flatMap(code -> shown(code).stream())
                        .toList()
                : List.<Function>of();
        var all = Stream.concat(own.stream(), others.stream()).toList();
        return new RotaPage(
                all.stream().map(f -> now(f, reading)).toList(),
                own.stream().flatMap(f -> holes(f, reading)).toList(),
                Stream.iterate(today, d -> d.plusDays(1)).limit(Plot.DAYS).toList(),
                groups(all, reading),
                swaps.asked(own, reading),
                swaps.asking(own, reading),
                own.stream()
                        .flatMap(f -> swaps.own(f, reading))
                        .limit(Swaps.MOST_OWN)
                        .toList(),
                advised(own, reading),
                own.stream().map(f -> shared(f, reading)).toList());
    }

    /** The actor's functions that have a plan, or should have. */
    private List<Function> shown(String actor) {
        return duties.functions().ofActor(actor).stream()
                .filter(f -> !f.onlyAdministers())
                .filter(f ->
                        duties.isNeeded(f) || !duties.rota().of(f.id()).shifts().isEmpty())
                .toList();
    }

    private RotaPage.Now now(Function f, Reading r) {
        var holes = duties.gaps(f, r.now(), r.now().plus(Duties.WEEKS));
        return new RotaPage.Now(
                f,
                actors.shortName(f.actor(), r.say().language()),
                duties.at(f, r.now()).stream().map(s -> r.who(f, s)).toList(),
                duties.next(f, r.now()).map(s -> r.who(f, s)).orElse(null),
                holes.isEmpty() ? null : holes.getFirst(),
                r.isOwn(f));
    }

    private Stream<RotaPage.Hole> holes(Function f, Reading r) {
        var end = r.now().plus(Duties.WEEKS);
        boolean plans = mayPlan(f, r.viewer());
        return duties.gaps(f, r.now(), end).stream()
                .map(g -> new RotaPage.Hole(
                        f, g, g.from().equals(r.now()) && g.until().equals(end), plans));
    }

    /** By account; those that have no name are left out. */
    Map<String, Person> named(List<String> accounts) {
        return persons.of(accounts);
    }

    static String name(Map<String, Person> named, String account) {
        var person = named.get(account);
        return person == null ? account : person.name();
    }

    /** The functions that the viewer may plan, those first that need somebody. */
    List<Function> plannable(Viewer viewer) {
        var actor = viewer.function().map(Function::actor).orElse("");
        return duties.functions().ofActor(actor).stream()
                .filter(f -> !f.onlyAdministers() && mayPlan(f, viewer))
                .sorted(java.util.Comparator.comparing(f -> !duties.isNeeded(f)))
                .toList();
    }

    /** Who may be on duty in one of the functions, by name. */
    List<RotaController.Known> known(List<Function> functions) {
        var accounts = functions.stream()
                .flatMap(f -> Staff.of(duties.functions(), f).stream())
                .distinct()
                .toList();
        var named = named(accounts);
        return accounts.stream()
                .map(a -> new RotaController.Known(a, name(named, a)))
                .sorted(java.util.Comparator.comparing(RotaController.Known::name))
                .toList();
    }

    /** Those whom an event of a calendar may name. */
    List<CalendarReader.Known> readable(Function function) {
        var staff = Staff.of(duties.functions(), function);
        var named = named(staff);
        return staff.stream()
                .map(a -> new CalendarReader.Known(
                        a, name(named, a), named.containsKey(a) ? named.get(a).address() : null))
                .toList();
    }

    boolean mayPlan(Function f, Viewer viewer) {
        return viewer.isOf(f.actor())
                && (viewer.may(Mandate.ADMINISTER)
                        || Staff.of(duties.functions(), f).contains(viewer.account()));
    }

    private List<RotaPage.Group> groups(List<Function> all, Reading r) {
        var begin = r.today().atStartOfDay(Say.STOCKHOLM).toInstant();
        var end = r.today().plusDays(Plot.DAYS).atStartOfDay(Say.STOCKHOLM).toInstant();
        return all.stream()
                .map(Function::actor)
                .distinct()
                .map(actor -> {
                    var rows = new ArrayList<RotaPage.Row>();
                    for (var f : all) {
                        if (!f.actor().equals(actor)) continue;
                        var lanes = Plot.rows(duties.between(f, begin, end), duties.isNeeded(f), r.today());
                        for (var lane : lanes)
                            rows.add(new RotaPage.Row(
                                    f,
                                    lane != lanes.getFirst(),
                                    lane.stream().map(c -> cell(f, c, r)).toList()));
                    }
                    return new RotaPage.Group(actors.shortName(actor, r.say().language()), rows);
                })
                .toList();
    }

    private static RotaPage.Cell cell(Function f, Plot.Cell c, Reading r) {
        var name = c.account() == null ? null : r.nameIn(f, c.account());
        return new RotaPage.Cell(
                c.columns(),
                c.from(),
                c.until(),
                name == null ? "" : name,
                c.account() != null,
                c.gap(),
                r.isOwn(f) && r.viewer().account().equals(c.account()));
    }

    private List<RotaPage.Advised> advised(List<Function> own, Reading r) {
        return Stream.of(Kind.values())
                .flatMap(kind -> {
                    var pieces = own.stream()
                            .filter(f -> duties.rota().of(f.id()).kind() == kind)
                            .flatMap(f -> duties.planned(f, r.now(), r.now().plus(Duties.WEEKS)).stream())
                            .toList();
                    return Advice.on(pieces, Advice.of(kind)).stream();
                })
                .map(found -> new RotaPage.Advised(r.name(found.account()), Swaps.text(found, r.say())))
                .toList();
    }

    private RotaPage.Shared shared(Function f, Reading r) {
        var begin = r.now().minus(COUNTED);
        var end = r.now().plus(Duties.WEEKS);
        var pieces = duties.between(f, begin, end);
        var people = new TreeSet<>(Staff.of(duties.functions(), f));
        pieces.forEach(p -> people.add(p.account()));
        return new RotaPage.Shared(
                f,
                Fairness.of(people, pieces, begin, end).stream()
                        .map(s -> new RotaPage.Share(r.name(s.account()), s.hours(), s.nights(), s.weekendDays()))
                        .toList());
    }
}
