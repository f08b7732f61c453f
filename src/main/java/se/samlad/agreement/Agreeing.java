package se.samlad.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor;
import se.samlad.actor.Actor.Kind;
import se.samlad.actor.Actor.Membership;
import se.samlad.actor.Seat;
import se.samlad.agreement.AgreementFact.Share;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;

/** The rules: who records what of the agreement (A1–A5). Pure: no clock, no database, no Spring. */
final class Agreeing {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2200;
    private static final int DEAREST = 100_000;
    private static final int HEAVIEST = 1_000_000;
    private static final long MOST_SEK = 10_000_000_000L;

    private Agreeing() {}

    /** A document as it is typed. */
    record Documented(
            @Nullable String code,
            AgreementFact.@Nullable Kind kind,
            @Nullable String nameSv,
            @Nullable String nameEn,
            @Nullable String version,
            @Nullable String from,
            @Nullable String fromLatest,
            @Nullable String where) {}

    /** A signature as it is typed. @param organisation what the actor was called then; left out: as today */
    record Signing(
            @Nullable String actor,
            @Nullable String document,
            @Nullable String organisation,
            @Nullable String on,
            @Nullable String onLatest,
            @Nullable String name,
            @Nullable String title,
            @Nullable String source) {}

    /** An accession as it is typed. */
    record Acceding(
            @Nullable String actor,
            @Nullable Membership membership,
            @Nullable String from,
            @Nullable String fromLatest,
            @Nullable String decided,
            @Nullable String body,
            @Nullable String reference,
            @Nullable String source) {}

    /** A departure as it is typed. */
    record Leaving(
            @Nullable String actor,
            @Nullable String last,
            @Nullable String lastLatest,
            @Nullable String decided,
            @Nullable String body,
            @Nullable String reference,
            @Nullable String source) {}

    /** Who decides for its own actor whether it belongs: one that takes a stance on the directing level. */
    static boolean decidesFor(Acting by, String actor) {
        return by.actor().equals(actor)
                && by.may(Mandate.STANCE)
                && by.function().level() == Level.DIRECTING;
    }

    /**
     * Where it was found. An actor's own decision needs none; what is noted of another names it.
     *
     * @throws NotMandated agreement.who
     * @throws Refused agreement.own-word where the actor has said so itself; text.missing at source
     */
    private static @Nullable String source(
            @Nullable String source,
            String actor,
            Class<? extends AgreementFact.Step> step,
            Acting by,
            Agreement before) {
        if (decidesFor(by, actor)) return Plain.optionalTitle(source, "source");
        if (!by.may(Mandate.ADMIT)) throw new NotMandated("agreement.who");
        if (before.saysItself(actor, step)) throw new Refused("agreement.own-word").at("actor");
        return Plain.title(source, "source");
    }

    /** @throws NotMandated agreement.documents @throws Refused agreement.code, agreement.kind, and of the texts and day */
    static AgreementFact.Document document(Documented said, Acting by) {
        if (!by.may(Mandate.ADMIT)) throw new NotMandated("agreement.documents");
        var code = Plain.title(said.code(), "code");
        if (!CODE.matcher(code).matches()) throw new Refused("agreement.code").at("code");
        if (said.kind() == null) throw new Refused("agreement.kind").at("kind");
        return new AgreementFact.Document(
                code,
                said.kind(),
                Plain.title(said.nameSv(), "nameSv"),
                Plain.title(said.nameEn(), "nameEn"),
                Plain.title(said.version(), "version"),
                Day.typed(said.from(), said.fromLatest(), "from"),
                Plain.optionalTitle(said.where(), "where"));
    }

    /** @param actor the one that signs; null: there is none with the code */
    static AgreementFact.Signed sign(Signing said, @Nullable Actor actor, Acting by, Agreement before) {
        var of = known(actor);
        var source = source(said.source(), of.code(), AgreementFact.Signed.class, by, before);
        var document = said.document();
        if (document == null || !before.documents().containsKey(document))
            throw new Refused("agreement.no-document").at("document");
        var organisation = Plain.optionalTitle(said.organisation(), "organisation");
        boolean own = source == null;
        return new AgreementFact.Signed(
                of.code(),
                document,
                organisation == null ? of.nameSv() : organisation,
                Day.typed(said.on(), said.onLatest(), "on"),
                own ? Plain.title(said.name(), "name") : Plain.optionalTitle(said.name(), "name"),
                own ? Plain.title(said.title(), "title") : Plain.optionalTitle(said.title(), "title"),
                source);
    }

    /** @param today decisions of tomorrow are not recorded today */
    static AgreementFact.Acceded accede(
            Acceding said, @Nullable Actor actor, Acting by, Agreement before, LocalDate today) {
        var of = known(actor);
        var source = source(said.source(), of.code(), AgreementFact.Acceded.class, by, before);
        boolean own = source == null;
        return new AgreementFact.Acceded(
                of.code(),
                said.membership() == Membership.ASSOCIATED ? Membership.ASSOCIATED : Membership.PARTY,
                Day.typed(said.from(), said.fromLatest(), "from"),
                decided(said.decided(), own, today),
                own ? Plain.title(said.body(), "body") : Plain.optionalTitle(said.body(), "body"),
                own ? Plain.title(said.reference(), "reference") : Plain.optionalTitle(said.reference(), "reference"),
                source);
    }

    /** @throws Refused agreement.is-none where it has never belonged, agreement.before-it-began */
    static AgreementFact.Left leave(Leaving said, @Nullable Actor actor, Acting by, Agreement before, LocalDate today) {
        var of = known(actor);
        var source = source(said.source(), of.code(), AgreementFact.Left.class, by, before);
        var times = before.of(of.code());
        if (times.isEmpty()) throw new Refused("agreement.is-none").at("actor");
        var last = Day.typed(said.last(), said.lastLatest(), "last");
        if (last.latest().isBefore(times.getLast().from().earliest()))
            throw new Refused("agreement.before-it-began").at("last");
        boolean own = source == null;
        return new AgreementFact.Left(
                of.code(),
                last,
                decided(said.decided(), own, today),
                own ? Plain.title(said.body(), "body") : Plain.optionalTitle(said.body(), "body"),
                own ? Plain.title(said.reference(), "reference") : Plain.optionalTitle(said.reference(), "reference"),
                source);
    }

    private static Actor known(@Nullable Actor actor) {
        if (actor == null || actor.kind() == Kind.JOINT_FUNCTIONS) throw new Refused("agreement.no-actor").at("actor");
        return actor;
    }

    private static @Nullable LocalDate decided(@Nullable String text, boolean own, LocalDate today) {
        var decided = Day.optional(text, "decided");
        if (decided == null && own) throw new Refused("agreement.no-day").at("decided");
        if (decided != null && decided.isAfter(today)) throw new Refused("agreement.decided-later").at("decided");
        return decided;
    }

    static int year(@Nullable Integer year) {
        if (year == null || year < FIRST_YEAR || year > LAST_YEAR) throw new Refused("agreement.year").at("year");
        return year;
    }

    /** @throws Refused agreement.price at ore */
    static AgreementFact.Price price(
            @Nullable Integer year, @Nullable Integer ore, @Nullable String reason, Acting by) {
        Seat.DIRECTING.mustBeOf(by);
        int from = year(year);
        if (ore == null || ore < 0 || ore > DEAREST) throw new Refused("agreement.price", DEAREST).at("ore");
        return new AgreementFact.Price(from, ore, Plain.text(reason, "reason"));
    }

    /**
     * @param weights a row for each of the others, as {@code code weight}
     * @param others the parties that are no municipalities
     * @throws Refused agreement.shares where a row can't be read, names another, or one twice; agreement.shares-missing
     */
    static AgreementFact.Shares shares(
            @Nullable Integer year, @Nullable String weights, @Nullable String reason, Set<String> others, Acting by) {
        Seat.DIRECTING.mustBeOf(by);
        int from = year(year);
        Map<String, Integer> read = new LinkedHashMap<>();
        for (var line : Plain.text(weights, "weights").lines().toList()) {
            if (line.isBlank()) continue;
            var words = line.strip().split("[\\s:;=]+");
            boolean right = words.length == 2 && others.contains(words[0]) && words[1].matches("\\d{1,7}");
            if (!right || Integer.parseInt(words[1]) > HEAVIEST || read.containsKey(words[0]))
                throw new Refused("agreement.shares", line.strip()).at("weights");
            read.put(words[0], Integer.parseInt(words[1]));
        }
        var missing =
                others.stream().filter(code -> !read.containsKey(code)).sorted().toList();
        if (!missing.isEmpty()) throw new Refused("agreement.shares-missing", String.join(", ", missing)).at("weights");
        if (read.values().stream().allMatch(weight -> weight == 0))
            throw new Refused("agreement.shares-none").at("weights");
        List<Share> shares = new ArrayList<>();
        read.forEach((code, weight) -> shares.add(new Share(code, weight)));
        return new AgreementFact.Shares(from, shares, Plain.text(reason, "reason"));
    }

    /** @throws Refused agreement.figures-missing, agreement.no-shares */
    static AgreementFact.Decided decide(Fees fees, @Nullable String reason, Acting by) {
        Seat.DIRECTING.mustBeOf(by);
        if (!fees.missing().isEmpty())
            throw new Refused("agreement.figures-missing", fees.missing().size());
        if (!fees.isWhole()) throw new Refused("agreement.no-shares");
        return new AgreementFact.Decided(fees.year(), fees.ore(), fees.decided(), Plain.text(reason, "reason"));
    }

    /** @throws NotMandated agreement.outcome-who @throws Refused agreement.undecided, agreement.sek */
    static AgreementFact.Outcome outcome(
            @Nullable Integer year, @Nullable Long sek, @Nullable String text, Acting by, Agreement before) {
        if (!by.may(Mandate.ADMIT)) throw new NotMandated("agreement.outcome-who");
        int of = year(year);
        if (before.decided(of).isEmpty()) throw new Refused("agreement.undecided").at("year");
        if (sek == null || sek < 0 || sek > MOST_SEK) throw new Refused("agreement.sek").at("sek");
        return new AgreementFact.Outcome(of, sek, Plain.text(text, "text"));
    }
}
