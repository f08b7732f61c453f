package se.samlad.actor;

import java.text.Collator;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.Mandate;
import se.samlad.access.NotThere;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.web.ActorNames;
import se.samlad.web.Say;

/** All actors. */
@Service
public class Actors implements ActorNames {

    /** The account, in the journal, of what no person records. */
    public static final String SYSTEM = "samlad";

    /** Who wrote what a guest from outside wrote, in the journal. */
    public static final String GUEST = "guest";

    /** What no actor may have as its code: entries by it would look like what others recorded (A4). */
    public static final Set<String> RESERVED = Set.of(SYSTEM, GUEST);

    private final Journal journal;
    private final ObjectProvider<DutyLines> duty;
    private volatile Sorted sorted = new Sorted(Known.NOBODY, List.of());

    Actors(Journal journal, ObjectProvider<DutyLines> duty) {
        this.journal = journal;
        this.duty = duty;
    }

    /** Who is on duty at the actor, as one line; empty where nobody need be. */
    public String onDuty(String code, Say say) {
        return duty.getObject().of(code, say).orElse("");
    }

    /** Whether somebody is on duty in the function, as one line; empty where nobody need be. */
    public String onDuty(Function function, Say say) {
        return duty.getObject().of(function, say).orElse("");
    }

    /** An actor's own stream. */
    public static UUID stream(String code) {
        return Functions.stream(code);
    }

    /** An actor is registered, or registered anew. */
    public static Draft registered(Actor actor) {
        var stream = stream(actor.code());
        return Draft.on(stream, stream, new ActorFact.Registered(actor), Labels.of("members", "actor:" + actor.code()));
    }

    /** What the region is called; general words before there is one. */
    public RegionName region() {
        return known().region();
    }

    /** The areas of the map, in the region's order. */
    public List<Area> areas() {
        return List.copyOf(known().areas().values());
    }

    /** The two actors that work for all the others. */
    public Common common() {
        var known = known();
        return new Common(code(known, Actor.Kind.COUNTY_BOARD), code(known, Actor.Kind.JOINT_FUNCTIONS));
    }

    private static String code(Known known, Actor.Kind kind) {
        return known.first(kind).map(Actor::code).orElse("");
    }

    /** The actors that have an administrator of their own, and so decide their functions for themselves (A4, A6). */
    public Set<String> decideForThemselves() {
        var functions = journal.across(Functions.ACROSS);
        Set<String> own = new HashSet<>();
        for (var account : functions.byAccount().keySet())
            for (var held : functions.of(account)) if (held.may(Mandate.ADMINISTER)) own.add(held.actor());
        return own;
    }

    /** The entry that last changed the actor or its functions: what an edit of it is drawn from. */
    Optional<UUID> drawn(String actor) {
        return Optional.ofNullable(journal.across(Versions.ACROSS).ofActor().get(actor));
    }

    /** The author of what the system records by itself: the joint functions' function that admits actors (A9). */
    public By secretariat() {
        var joint = common().joint();
        return journal.across(Functions.ACROSS).ofActor(joint).stream()
                .filter(f -> f.may(Mandate.ADMIT))
                .findFirst()
                .map(f -> new By(SYSTEM, f.actor(), f.name()))
                .orElse(new By(SYSTEM, SYSTEM, SYSTEM));
    }

    /** The members by name, in Swedish order. */
    public List<Actor> members() {
        return all().stream().filter(Actor::member).toList();
    }

    /** Those that take part in what is decided together: the members and the joint functions (A9), by name. */
    public List<Actor> parts() {
        return all().stream().filter(actor -> takesPart(actor.code())).toList();
    }

    /** Whether the code is a member's or the joint functions'. */
    public boolean takesPart(String code) {
        return common().joint().equals(code) || find(code).filter(Actor::member).isPresent();
    }

    /** All actors by name, including the joint functions and contacts. */
    public List<Actor> all() {
        var known = known();
        var last = sorted;
        if (!last.isOf(known)) {
            last = new Sorted(
                    known, known.actors().values().stream().sorted(byName()).toList());
            sorted = last;
        }
        return last.actors;
    }

    public Optional<Actor> find(String code) {
        return Optional.ofNullable(known().actors().get(code));
    }

    /** @throws NotThere where no actor has the code */
    public Actor get(String code) {
        return find(code).orElseThrow(NotThere::new);
    }

    public boolean exists(String code) {
        return known().actors().containsKey(code);
    }

    /** The short name in the language, or the code itself where there is no such actor. */
    @Override
    public String shortName(String code, String language) {
        return find(code).map(actor -> actor.shortName(language)).orElse(code);
    }

    /** The actor's name with its unit's: {@code Region Stockholm, kollektivtrafiken}. @param unit null: the whole actor */
    public String voice(String actor, @Nullable String unit, Say say) {
        var name = shortName(actor, say.language());
        return find(actor)
                .flatMap(found -> found.unit(unit))
                .map(u -> name + ", " + say.either(u.nameSv(), u.nameEn()).toLowerCase(Locale.ROOT))
                .orElse(name);
    }

    /**
     * The area that a code means. Areas are SCB's codes: a municipality's, or the county's. An actor's code means its own
     * municipality, or the county where it has none; empty: no such code.
     */
    public Optional<String> area(String code) {
        var county = region().countyCode();
        boolean isArea = code.equals(county) || all().stream().anyMatch(a -> code.equals(a.scb()));
        return isArea ? Optional.of(code) : find(code).map(a -> Objects.requireNonNullElse(a.scb(), county));
    }

    /** The area that the actor has of its own, in which it may answer for an incident itself (F5); empty: it has none. */
    public Optional<String> ownArea(String actor) {
        return find(actor).map(Actor::scb);
    }

    /** The area with the name in either language, as people write it. */
    public Optional<String> areaNamed(String name) {
        var county = region();
        if (name.equalsIgnoreCase(county.countySv()) || name.equalsIgnoreCase(county.countyEn()))
            return Optional.of(county.countyCode());
        return all().stream()
                .filter(a -> name.equalsIgnoreCase(a.shortName("sv")) || name.equalsIgnoreCase(a.shortName("en")))
                .flatMap(a -> Optional.ofNullable(a.scb()).stream())
                .findFirst();
    }

    /** What the area is called; the code itself where there is no such area. */
    public String areaName(String area, String language) {
        if (area.equals(region().countyCode())) return region().county(language);
        return all().stream()
                .filter(a -> area.equals(a.scb()))
                .findFirst()
                .map(a -> a.shortName(language))
                .orElse(area);
    }

    /** The actors of a group, or none where there is no such group. */
    public List<String> inGroup(String group) {
        var known = known().groups().get(group);
        return known == null ? List.of() : known.actors();
    }

    /** The codes of all groups. */
    public List<String> groups() {
        return List.copyOf(known().groups().keySet());
    }

    /** The group's name, or the code itself where there is no such group. */
    public String groupName(String group, String language) {
        var known = known().groups().get(group);
        if (known == null) return group;
        return language.equals("en") ? known.nameEn() : known.nameSv();
    }

    /** Sorts codes by the actors' short names. */
    public Comparator<String> codesByName() {
        var collator = Collator.getInstance(Locale.of("sv"));
        return Comparator.comparing((String code) -> shortName(code, "sv"), collator::compare);
    }

    private static Comparator<Actor> byName() {
        var collator = Collator.getInstance(Locale.of("sv"));
        return Comparator.comparing((Actor actor) -> actor.shortName(), collator::compare);
    }

    private Known known() {
        return journal.across(Known.ACROSS);
    }

    /** Caches the actors sorted by name: sorting is expensive, pages need it often, and actors seldom change. */
    private record Sorted(Known known, List<Actor> actors) {
        @SuppressWarnings("ReferenceEquality") // comparing contents would cost as much as sorting
        boolean isOf(Known other) {
            return known == other;
        }
    }
}
