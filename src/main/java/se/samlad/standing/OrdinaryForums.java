package se.samlad.standing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Functions;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.actor.Seat;
import se.samlad.forum.StandingForums;
import se.samlad.forum.StandingForums.Standing;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.web.Due;
import se.samlad.web.Letters;
import se.samlad.web.Say;

/** The register of forums of ordinary mode, for those who edit it and for meetings. All members may read it. */
@Service
public class OrdinaryForums {

    private static final Labels LABELS = Labels.of("members");
    private static final int FORUMS = 200;

    private final Journal journal;
    private final Actors actors;
    private final StandingForums standing;
    private volatile As shipped = new As("", Map.of());

    /** What was shipped with a region, read once. */
    private record As(String region, Map<String, Description> byCode) {}

    OrdinaryForums(Journal journal, Actors actors, StandingForums standing) {
        this.journal = journal;
        this.actors = actors;
        this.standing = standing;
    }

    /** Those that are not withdrawn, as {@link #all}. */
    public List<OrdinaryForum> going() {
        var today = day(journal.now());
        return all().stream().filter(forum -> !forum.isWithdrawn(today)).toList();
    }

    /** In the order in which they were established. */
    public List<OrdinaryForum> all() {
        var register = journal.across(Register.ACROSS);
        var members = actors.members().stream().map(Actor::code).toList();
        return standing.all().stream().map(each -> of(each, register, members)).toList();
    }

    public Optional<OrdinaryForum> find(String code) {
        var members = actors.members().stream().map(Actor::code).toList();
        return standing.find(code).map(each -> of(each, journal.across(Register.ACROSS), members));
    }

    /** By its id or its code. */
    public Optional<OrdinaryForum> named(String name) {
        return all().stream()
                .filter(each -> each.code().equals(name) || each.id().toString().equals(name))
                .findFirst();
    }

    /** @throws NotThere where there is no such forum */
    public OrdinaryForum get(String code) {
        return find(code).orElseThrow(NotThere::new);
    }

    private OrdinaryForum of(Standing each, Register register, List<String> everyone) {
        var versions = register.versions(each.code());
        var said = versions.isEmpty() ? shipped(each) : versions.getLast().as();
        var turns = register.turns(each.code());
        var withdrawn = turns.isEmpty() ? null : turns.getLast().from();
        var as = withdrawn == null ? said : said.without(withdrawn);
        var members = as.everyone()
                ? everyone
                : as.members().stream().sorted(actors.codesByName()).toList();
        return new OrdinaryForum(each.id(), each.code(), as, versions, members, register.seats(each.code()), turns);
    }

    /** How it is until somebody edits it. */
    Description shipped(Standing each) {
        var region = actors.region().code();
        var last = shipped;
        if (!last.region.equals(region)) {
            last = new As(region, Shipped.of(region));
            shipped = last;
        }
        var as = last.byCode.get(each.code());
        return as != null ? as : Description.bare(Description.kind(each.level()), each.nameSv(), each.nameEn());
    }

    /** As it was before anybody wrote it; null: somebody wrote it from the beginning. */
    @Nullable
    Description shipped(OrdinaryForum forum) {
        var before = standing.find(forum.code()).map(this::shipped).orElse(forum.as());
        return forum.versions().isEmpty() || shipped.byCode.containsKey(forum.code()) ? before : null;
    }

    /**
     * Whether the acting one chairs a forum of the kind, or stands in: by the register, or by the county board's head where it
     * names nobody.
     */
    public boolean chairs(Due.Forum kind, Acting by) {
        var named = going().stream()
                .filter(forum -> forum.as().kind() == kind)
                .flatMap(forum -> Stream.of(
                        Optional.ofNullable(forum.as().chair()),
                        Optional.ofNullable(forum.as().standIn())))
                .flatMap(Optional::stream)
                .toList();
        return named.isEmpty()
                ? Seat.DIRECTING.isOf(by)
                : named.contains(by.function().id());
    }

    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Say.STOCKHOLM);
    }

    private Functions functions() {
        return journal.across(Functions.ACROSS);
    }

    /** How the actor's word of its functions stands on the day. */
    OrdinaryForum.State state(OrdinaryForum forum, String actor, LocalDate today) {
        var seat = forum.seat(actor);
        if (seat == null) return OrdinaryForum.State.UNNAMED;
        var function = functions().find(actor, seat.function()).orElse(null);
        return forum.state(seat, function, day(seat.at()), today);
    }

    /** The functions that may be chosen to chair a forum, by actor. */
    List<se.samlad.access.Function> mayChair() {
        return actors.all().stream()
                .flatMap(actor -> functions().ofActor(actor.code()).stream())
                .filter(f -> !f.onlyAdministers())
                .toList();
    }

    /** An actor's functions that speak for it. */
    List<se.samlad.access.Function> of(String actor) {
        return functions().ofActor(actor).stream()
                .filter(f -> !f.onlyAdministers())
                .toList();
    }

    Optional<se.samlad.access.Function> function(String id) {
        var at = id.split("/", 2);
        return at.length < 2 ? Optional.empty() : functions().find(at[0], at[1]);
    }

    private Describing.Known known() {
        Function<String, Optional<se.samlad.access.Function>> function = this::function;
        return new Describing.Known(
                code -> actors.find(code).filter(Actor::member).isPresent(), function);
    }

    private static UUID subject(String of) {
        return UUID.nameUUIDFromBytes(("standing/" + of).getBytes(StandardCharsets.UTF_8));
    }

    /** A new forum. @throws Refused as {@link Describing#describe}; standing.there, where its name is taken */
    Recorded establish(Describing.Said said, Acting by, Once once) {
        var as = Describing.describe(said, known(), by);
        var code = code(as.sv());
        return by.record(journal, once, facing -> {
            facing.guard(StandingForums.stream(code));
            if (standing.find(code).isPresent()) throw new Refused("standing.there").at("name");
            if (standing.all().size() >= FORUMS) throw new Refused("standing.too-many", FORUMS).at("name");
            return drafts(code, as, true);
        });
    }

    /** A new version of the forum, whole. @throws NotThere where there is none; Refused as {@link Describing#describe} */
    Recorded write(String code, Describing.Said said, DrawnFrom from, Acting by, Once once) {
        get(code);
        return by.record(journal, once, facing -> {
            facing.guard(subject(code));
            var before = get(code);
            Describing.mustWrite(by);
            Describing.mustStand(before);
            from.mustBe(before.drawn());
            var as = Describing.describe(said, known(), by);
            boolean renamed = !as.sv().equals(before.as().sv())
                    || !as.en().equals(before.as().en())
                    || as.level() != before.as().level();
            return drafts(code, as, renamed);
        });
    }

    /** @throws NotThere where there is no such forum; else as {@link Describing#withdraw} */
    Recorded withdraw(String code, @Nullable LocalDate from, @Nullable String reason, Acting by, Once once) {
        return turn(code, by, once, (forum, now) -> Describing.withdraw(forum, from, reason, day(now), by));
    }

    /** @throws NotThere where there is no such forum; else as {@link Describing#resume} */
    Recorded resume(String code, @Nullable String reason, Acting by, Once once) {
        return turn(code, by, once, (forum, now) -> Describing.resume(forum, reason, by));
    }

    private Recorded turn(String code, Acting by, Once once, BiFunction<OrdinaryForum, Instant, StandingFact> rule) {
        get(code);
        return by.record(journal, once, facing -> {
            facing.guard(subject(code));
            var fact = rule.apply(get(code), facing.now());
            return List.of(Draft.on(StandingForums.stream(code), subject(code), fact, LABELS));
        });
    }

    private static List<Draft> drafts(String code, Description as, boolean named) {
        var drafts = new ArrayList<Draft>();
        drafts.add(Draft.on(StandingForums.stream(code), subject(code), new StandingFact.Described(code, as), LABELS));
        if (named) drafts.add(StandingForums.established(code, as.level(), as.sv(), as.en()));
        return drafts;
    }

    /** The acting one's actor says by which of its functions it takes part. @throws NotThere where there is no such forum */
    Recorded seat(String code, Describing.Seating said, DrawnFrom from, Acting by, Once once) {
        get(code);
        var subject = subject(code + "/" + by.actor());
        return by.record(journal, once, facing -> {
            facing.guard(subject);
            var forum = get(code);
            var seat = forum.seat(by.actor());
            from.mustBe(seat == null ? subject : seat.entry());
            var fact = Describing.seat(code, forum.as(), forum.has(by.actor()), said, known(), by);
            return List.of(Draft.on(StandingForums.stream(code), subject, fact, LABELS));
        });
    }

    /** What an actor's word of its functions is drawn from. */
    static UUID drawn(OrdinaryForum forum, String actor) {
        var seat = forum.seat(actor);
        return seat == null ? subject(forum.code() + "/" + actor) : seat.entry();
    }

    /** {@code Arbetsgruppen för trafik} becomes {@code arbetsgruppen-for-trafik}. */
    private static String code(String name) {
        var code = Letters.code(name);
        if (code.isEmpty()) throw new Refused("standing.name").at("name");
        return code;
    }
}
