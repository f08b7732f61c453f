package se.samlad.rota;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePVector;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer.Acting;
import se.samlad.credential.Persons;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.rota.RotaFact.Over;
import se.samlad.rota.RotaFact.Repeat;
import se.samlad.web.Say;
import se.samlad.web.Times;

/**
 * The rules of planning. Pure.
 *
 * <p>A plan binds people, so whoever looks after the actor's people plans anybody. Whoever may be on duty in a function
 * binds itself only: it takes a time that is free, or one besides those who are planned. What binds a colleague is asked of
 * the colleague, see {@link Swapping}.
 */
final class Planning {

    private static final int MOST_DAYS = 84;
    private static final int MOST_PEOPLE = 30;
    private static final int MOST_EXCEPTIONS = 100;
    private static final int MOST_LAYERS = 1000;

    /** How many shifts one calendar may bring. */
    static final int MOST_TURNS = 400;

    private static final int MOST_CALENDARS = 10;
    private static final UUID NEW = new UUID(0, 0);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private Planning() {}

    /**
     * What a rule decides on.
     *
     * @param plan of the function, as it is now
     */
    record Scene(Functions functions, Function function, Plan plan, Instant now) {

        List<String> staff() {
            return Staff.of(functions, function);
        }
    }

    /**
     * @param account null: the one who asks, or the only one that holds the function
     * @param over null: refused where somebody is planned already
     */
    record Asked(
            @Nullable String account,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Again again,
            @Nullable Over over) {}

    /** @param then who follow in turn; @param except days without a shift, written as 2026-12-24 */
    record Again(
            @Nullable Integer days,
            List<String> then,
            @Nullable Instant end,
            List<String> except) {}

    /** The function of the own actor. @throws NotMandated rota.only-own; Refused rota.function, naming the field */
    static Function own(Functions all, Acting by, @Nullable String id) {
        if (id == null) throw new Refused("text.missing", "function").at("function");
        if (!id.startsWith(by.actor() + "/")) throw new NotMandated("rota.only-own");
        return Optional.ofNullable(all.byId().get(id))
                .filter(f -> !f.onlyAdministers())
                .orElseThrow(() -> new Refused("rota.function").at("function"));
    }

    static RotaFact.Planned plan(Scene scene, Acting by, Asked asked) {
        boolean plans = by.may(Mandate.ADMINISTER);
        if (!plans && !scene.staff().contains(by.account())) throw new NotMandated("rota.plan-mandate");
        if (scene.plan().layers().size() >= MOST_LAYERS) throw new Refused("rota.too-many", MOST_LAYERS).at("function");
        var first = person(scene, who(scene, by, asked.account()), "account");
        var from = given(asked.from(), "from");
        var until = given(asked.until(), "until");
        mustBeShift(from, until, scene.now());
        var accounts = new ArrayList<>(List.of(first));
        var repeat = asked.again() == null ? null : repeat(scene, asked.again(), from, until, accounts);
        var over = asked.over() == null ? Over.NOTHING : asked.over();
        if (!plans && (over == Over.INSTEAD || accounts.stream().anyMatch(a -> !a.equals(by.account()))))
            throw new NotMandated("rota.plan-mandate");
        var planned = new RotaFact.Planned(scene.function().name(), List.copyOf(accounts), from, until, repeat, over);
        if (over == Over.NOTHING) mustBeFree(scene, planned);
        return planned;
    }

    private static String who(Scene scene, Acting by, @Nullable String account) {
        if (account != null) return account;
        var staff = scene.staff();
        if (staff.contains(by.account())) return by.account();
        if (staff.size() == 1) return staff.getFirst();
        throw new Refused("rota.who").at("account");
    }

    private static String person(Scene scene, String account, String field) {
        if (!scene.staff().contains(account)) throw new Refused("rota.person").at(field);
        return account;
    }

    private static Instant given(@Nullable Instant at, String field) {
        if (at == null) throw new Refused("text.missing", field).at(field);
        return at;
    }

    /** @throws Refused rota.inverted, rota.too-long, rota.too-far, naming the field */
    static void mustBeShift(Instant from, Instant until, Instant now) {
        if (from.isBefore(now.minus(Rota.KEPT)) || from.isAfter(now.plus(Rota.KEPT)))
            throw new Refused("rota.too-far", Rota.KEPT.toDays()).at("from");
        if (!from.isBefore(until)) throw new Refused("rota.inverted").at("until");
        if (Duration.between(from, until).compareTo(Rota.LONGEST) > 0)
            throw new Refused("rota.too-long", Rota.LONGEST.toDays()).at("until");
    }

    private static Repeat repeat(Scene scene, Again again, Instant from, Instant until, List<String> accounts) {
        var days = again.days();
        if (days == null || days < 1 || days > MOST_DAYS)
            throw new Refused("rota.every", MOST_DAYS).at("pattern.every");
        var length = Duration.between(
                LocalDateTime.ofInstant(from, Say.STOCKHOLM), LocalDateTime.ofInstant(until, Say.STOCKHOLM));
        if (length.compareTo(Duration.ofDays(days)) > 0) throw new Refused("rota.turn-too-long", days).at("until");
        if (again.then().size() >= MOST_PEOPLE) throw new Refused("rota.too-many-then", MOST_PEOPLE).at("pattern.then");
        for (var account : again.then()) accounts.add(person(scene, account, "pattern.then"));
        var end = again.end();
        if (end != null && end.isBefore(until)) throw new Refused("rota.end").at("pattern.end");
        if (again.except().size() > MOST_EXCEPTIONS)
            throw new Refused("rota.too-many-days", MOST_EXCEPTIONS).at("pattern.except");
        return new Repeat(
                days,
                end,
                again.except().stream().map(Planning::day).sorted().distinct().toList());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new Refused("rota.except", Plain.title(text, "pattern.except")).at("pattern.except");
        }
    }

    /** @throws Refused rota.overlaps, with the first of those that are planned already, naming the field {@code from} */
    private static void mustBeFree(Scene scene, RotaFact.Planned planned) {
        var shift = new Layer.Shift(NEW, planned, TreePVector.empty(), "");
        var end = planned.repeat() == null ? planned.until() : planned.from().plus(Rota.KEPT);
        if (planned.repeat() != null && scene.now().isAfter(planned.from()))
            end = scene.now().plus(Rota.KEPT);
        mustBeFree(scene, shift.between(planned.from(), end), planned.from(), end);
    }

    private static void mustBeFree(Scene scene, List<Slice> pieces, Instant begin, Instant end) {
        var there = scene.plan().between(begin, end);
        for (var each : pieces)
            there.stream()
                    .filter(s -> s.overlaps(each.from(), each.until()))
                    .findFirst()
                    .ifPresent(s -> {
                        throw new Refused("rota.overlaps", local(s.from()), local(s.until())).at("from");
                    });
    }

    /** The shifts of a calendar, as if each had been planned. */
    static RotaFact.Imported imported(Scene scene, Acting by, List<RotaFact.Turn> turns, Over over) {
        boolean plans = by.may(Mandate.ADMINISTER);
        boolean own = scene.staff().contains(by.account())
                && over != Over.INSTEAD
                && turns.stream().allMatch(t -> t.account().equals(by.account()));
        if (!plans && !own) throw new NotMandated("rota.plan-mandate");
        if (scene.plan().layers().size() >= MOST_LAYERS) throw new Refused("rota.too-many", MOST_LAYERS).at("function");
        if (turns.isEmpty() || turns.size() > MOST_TURNS) throw new Refused("rota.no-turns", MOST_TURNS).at("text");
        for (var turn : turns) {
            person(scene, turn.account(), "account");
            mustBeShift(turn.from(), turn.until(), scene.now());
        }
        var read = new RotaFact.Imported(scene.function().name(), turns, over);
        var end =
                turns.stream().map(RotaFact.Turn::until).max(Instant::compareTo).orElseThrow();
        var begin =
                turns.stream().map(RotaFact.Turn::from).min(Instant::compareTo).orElseThrow();
        if (over == Over.NOTHING)
            mustBeFree(scene, new Layer.Shift(NEW, read, TreePVector.empty(), "").between(begin, end), begin, end);
        return read;
    }

    private static String local(Instant at) {
        return MINUTES.format(at.atZone(Say.STOCKHOLM)) + Times.offsetIfDoubled(at);
    }

    /**
     * @param from null: from now on
     * @param until null: for ever
     */
    static RotaFact.TakenAway takeAway(
            Scene scene,
            Acting by,
            Layer.Shift shift,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String reason) {
        if (!shift.isOf(by.account()) && !by.may(Mandate.ADMINISTER)) throw new NotMandated("rota.take-away-mandate");
        var why = Plain.title(reason, "reason");
        if (until == null && scene.plan().subscription(shift.id()).isPresent())
            throw new Refused("rota.stop-instead").at("until");
        var begin = from == null || from.isBefore(scene.now()) ? scene.now() : from;
        if (until != null && !begin.isBefore(until)) throw new Refused("rota.gone-already").at("until");
        if (shift.between(begin, until == null ? begin.plus(Rota.KEPT) : until).isEmpty())
            throw new Refused("rota.gone-already");
        return new RotaFact.TakenAway(scene.function().name(), shift.id(), begin, until, why);
    }

    /** @param kind null: as it was. @throws NotMandated rota.need-mandate */
    static RotaFact.NeedSaid need(Scene scene, Acting by, boolean always, RotaFact.@Nullable Kind kind) {
        if (!by.may(Mandate.ADMINISTER)) throw new NotMandated("rota.need-mandate");
        return new RotaFact.NeedSaid(
                scene.function().name(), always, kind == null ? scene.plan().kind() : kind);
    }

    /** @throws NotMandated rota.calendar-person, for a program; Refused rota.too-many-calendars */
    static RotaFact.CalendarGiven calendar(Rota rota, Acting by, boolean whole, @Nullable String language) {
        if (!Persons.isOwn(by.account())) throw new NotMandated("rota.calendar-person");
        long has = rota.calendars().values().stream()
                .filter(c -> c.account().equals(by.account()) && c.actor().equals(by.actor()))
                .count();
        if (has >= MOST_CALENDARS) throw new Refused("rota.too-many-calendars", MOST_CALENDARS);
        return new RotaFact.CalendarGiven(whole, "en".equals(language) ? "en" : "sv");
    }

    /** Its owner revokes it, or whoever looks after the actor's people. */
    static RotaFact.CalendarRevoked revoke(Rota.Calendar calendar, Acting by) {
        if (!calendar.account().equals(by.account()) && !by.may(Mandate.ADMINISTER))
            throw new NotMandated("rota.calendar-mandate");
        return new RotaFact.CalendarRevoked();
    }

    static Layer.Shift shift(Plan plan, UUID id) {
        return plan.shift(id).orElseThrow(NotThere::new);
    }
}
