package se.samlad.actor;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samlad.access.AccessFact.FunctionNamed;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor.Kind;
import se.samlad.actor.Actor.Membership;
import se.samlad.journal.Refused;
import se.samlad.web.Letters;

/**
 * The rules: who admits an actor, registers it anew, and names its functions (A1, A6, A8, A9). Pure: no clock, no database,
 * no Spring.
 */
final class Admitting {

    /** What an actor decides for itself; the rest belongs to what all have set up together. */
    static final Set<Mandate> OWN = EnumSet.of(
            Mandate.REPORT, Mandate.STANCE, Mandate.INVITE, Mandate.COMMUNICATE, Mandate.DISPOSE, Mandate.ADMINISTER);

    static final int NAME = 200;
    static final int SHORT = 60;

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern SCB = Pattern.compile("\\d{4}");

    /** Control characters, and what turns the text around it. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\u061C\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF]");

    private Admitting() {}

    /** An actor as it is registered. Names and words as people type them. */
    record Registration(
            @Nullable String code,
            @Nullable String nameSv,
            @Nullable String nameEn,
            @Nullable String shortName,
            @Nullable String shortEn,
            @Nullable String kind,
            @Nullable String membership,
            @Nullable String since,
            @Nullable String scb) {}

    /** A function as its actor names it. @param deputyOf the function it stands in for; null: none */
    record Naming(
            @Nullable String name,
            @Nullable String titleSv,
            @Nullable String titleEn,
            @Nullable String level,
            @Nullable List<String> mandates,
            @Nullable String unit,
            @Nullable String deputyOf) {}

    /**
     * Admits an actor.
     *
     * @throws NotMandated actor.admit-only
     * @throws Refused naming the field: text.missing, text.too-long, actor.unseen, actor.code, actor.code-reserved, actor.code-taken, actor.kind-one,
     *     actor.word, actor.membership-kind, actor.date, actor.scb, actor.scb-taken
     */
    static Actor admit(Registration said, Acting by, Known known) {
        mayAdmit(by);
        var code = line(said.code(), "code", NAME);
        if (!CODE.matcher(code).matches()) throw new Refused("actor.code", shown(code)).at("code");
        if (Actors.RESERVED.contains(code)) throw new Refused("actor.code-reserved", code).at("code");
        if (known.actors().containsKey(code)) throw new Refused("actor.code-taken", code).at("code");
        return registered(code, said, null, known);
    }

    /** Registers the actor anew; its units and inhabitants stay. @throws RuntimeException as {@link #admit} */
    static Actor register(Registration said, Actor before, Acting by, Known known) {
        mayAdmit(by);
        return registered(before.code(), said, before, known);
    }

    private static Actor registered(String code, Registration said, @Nullable Actor before, Known known) {
        var kind = word(said.kind(), "kind", Kind.class);
        var was = before == null ? Kind.CONTACT : before.kind();
        boolean one = kind == Kind.COUNTY_BOARD || kind == Kind.JOINT_FUNCTIONS;
        boolean wasOne = was == Kind.COUNTY_BOARD || was == Kind.JOINT_FUNCTIONS;
        if (kind != was && (one || wasOne)) throw new Refused("actor.kind-one").at("kind");
        var membership = word(said.membership(), "membership", Membership.class);
        boolean outside = kind == Kind.CONTACT || kind == Kind.JOINT_FUNCTIONS;
        if (outside != (membership == Membership.NONE) || (kind == Kind.COUNTY_BOARD && membership != Membership.PARTY))
            throw new Refused("actor.membership-kind").at("membership");
        return new Actor(
                code,
                line(said.nameSv(), "nameSv", NAME),
                line(said.nameEn(), "nameEn", NAME),
                line(said.shortName(), "shortName", SHORT),
                optional(said.shortEn(), "shortEn", SHORT),
                kind,
                membership,
                date(said.since()),
                scb(code, said.scb(), known),
                before == null ? List.of() : before.units(),
                before == null ? List.of() : before.inhabitants());
    }

    private static @Nullable String date(@Nullable String text) {
        var since = optional(text, "since", NAME);
        try {
            return since == null ? null : LocalDate.parse(since).toString();
        } catch (DateTimeException e) {
            throw new Refused("actor.date", shown(String.valueOf(since))).at("since");
        }
    }

    private static @Nullable String scb(String code, @Nullable String text, Known known) {
        var scb = optional(text, "scb", NAME);
        if (scb == null) return null;
        if (!SCB.matcher(scb).matches()) throw new Refused("actor.scb", shown(scb)).at("scb");
        for (var other : known.actors().values())
            if (scb.equals(other.scb()) && !other.code().equals(code))
                throw new Refused("actor.scb-taken", scb, other.shortName()).at("scb");
        return scb;
    }

    /** What an actor begins with: somebody on each level where it meets the others, and one who lets its people in (A6). */
    static List<Function> first(Actor actor) {
        boolean decides = actor.kind().may(Mandate.STANCE);
        var own = decides ? Set.of(Mandate.REPORT, Mandate.STANCE) : Set.of(Mandate.REPORT);
        var head = EnumSet.copyOf(own);
        head.add(Mandate.DISPOSE);
        return List.of(
                new Function(actor.code(), "chef", "Chef", "Head", Level.DIRECTING, head, null, null),
                new Function(
                        actor.code(),
                        "tib",
                        "Tjänsteman i beredskap",
                        "Duty officer",
                        Level.COORDINATING,
                        own,
                        null,
                        "chef"),
                new Function(
                        actor.code(),
                        "admin",
                        "Administratör",
                        "Administrator",
                        Level.EXECUTING,
                        Set.of(Mandate.ADMINISTER),
                        null,
                        null));
    }

    /** Whether the function may name functions of the actor, at least in part. */
    static boolean mayName(Acting by, String actor) {
        return by.may(Mandate.ADMIT)
                || (by.may(Mandate.ADMINISTER) && by.actor().equals(actor));
    }

    /**
     * Names a function, or changes it. The actor's own administrator decides what is the actor's own business; what was set up
     * jointly stays as it is. The secretariat decides the joint part, and all of it while the actor has nobody of its own (A4).
     *
     * @param all the actor's functions
     * @param own whether the actor has an administrator of its own
     * @throws NotMandated actor.name-only, actor.own-business
     * @throws Refused naming the field: as {@link #admit}, and actor.function-name, actor.mandate, actor.no-unit,
     *     actor.no-function, actor.no-administrator
     */
    static FunctionNamed name(Naming said, Actor actor, List<Function> all, boolean own, Acting by) {
        if (!mayName(by, actor.code())) throw new NotMandated("actor.name-only");
        boolean isOwn = by.may(Mandate.ADMINISTER) && by.actor().equals(actor.code());
        var name = line(said.name(), "name", NAME);
        if (!CODE.matcher(name).matches()) throw new Refused("actor.function-name", shown(name)).at("name");
        var before = all.stream().filter(f -> f.name().equals(name)).findFirst().orElse(null);
        var mandates = mandates(said.mandates(), actor, before, !own || isOwn, by.may(Mandate.ADMIT));
        var named = new Function(
                actor.code(),
                name,
                line(said.titleSv(), "titleSv", NAME),
                line(said.titleEn(), "titleEn", NAME),
                word(said.level(), "level", Level.class),
                mandates,
                unit(said.unit(), actor),
                deputyOf(said.deputyOf(), name, all));
        if (own && !isOwn && (before == null || !named.equals(with(before, mandates))))
            throw new NotMandated("actor.own-business");
        if (!named.may(Mandate.ADMINISTER)
                && all.stream()
                        .noneMatch(f -> f.may(Mandate.ADMINISTER) && !f.name().equals(name)))
            throw new Refused("actor.no-administrator").at("mandates");
        return new FunctionNamed(named);
    }

    private static Function with(Function f, Set<Mandate> mandates) {
        return new Function(f.actor(), f.name(), f.titleSv(), f.titleEn(), f.level(), mandates, f.unit(), f.deputyOf());
    }

    private static Set<Mandate> mandates(
            @Nullable List<String> said, Actor actor, @Nullable Function before, boolean ownPart, boolean jointPart) {
        var asked = EnumSet.noneOf(Mandate.class);
        for (var each : said == null ? List.<String>of() : said)
            if (!Letters.isEmpty(each)) asked.add(word(each, "mandates", Mandate.class));
        var result = EnumSet.noneOf(Mandate.class);
        for (var mandate : Mandate.values()) {
            boolean had = before != null && before.may(mandate);
            boolean mine = OWN.contains(mandate) ? ownPart : jointPart;
            if (mine ? asked.contains(mandate) : had) result.add(mandate);
            if (asked.contains(mandate) && !had && (!mine || !actor.kind().may(mandate)))
                throw new Refused("actor.mandate", mandate.name().toLowerCase(Locale.ROOT)).at("mandates");
        }
        return result;
    }

    private static @Nullable String unit(@Nullable String text, Actor actor) {
        var unit = optional(text, "unit", NAME);
        if (unit != null && actor.unit(unit).isEmpty()) throw new Refused("actor.no-unit", shown(unit)).at("unit");
        return unit;
    }

    private static @Nullable String deputyOf(@Nullable String text, String name, List<Function> all) {
        var of = optional(text, "deputyOf", NAME);
        if (of != null
                && (of.equals(name) || all.stream().noneMatch(f -> f.name().equals(of))))
            throw new Refused("actor.no-function", shown(of)).at("deputyOf");
        return of;
    }

    /** @throws NotMandated actor.admit-only */
    static void mayAdmit(Acting by) {
        if (!by.may(Mandate.ADMIT)) throw new NotMandated("actor.admit-only");
    }

    private static <E extends Enum<E>> E word(@Nullable String text, String field, Class<E> of) {
        var word = line(text, field, NAME).toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(of.getEnumConstants())
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refused("actor.word", shown(String.valueOf(text))).at(field));
    }

    private static @Nullable String optional(@Nullable String text, String field, int most) {
        return Letters.isEmpty(text) ? null : line(text, field, most);
    }

    private static String line(@Nullable String text, String field, int most) {
        if (text == null || Letters.isEmpty(text)) throw new Refused("text.missing", field).at(field);
        var line = Letters.composed(text.strip());
        if (UNSEEN.matcher(line).find()) throw new Refused("actor.unseen").at(field);
        if (line.length() > most) throw new Refused("text.too-long", field, most, line.length()).at(field);
        return line;
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) : text;
    }
}
