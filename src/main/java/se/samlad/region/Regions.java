package se.samlad.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.AccessFact;
import se.samlad.access.Functions;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.ActorFact;
import se.samlad.actor.Actors;
import se.samlad.actor.Known;
import se.samlad.actor.Versions;
import se.samlad.journal.Across;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.place.Shipped;

/** The region that this installation serves: how it begins, what a file would change, and how that is carried out. */
@Service
public class Regions {

    /** The prepared directions that come with Samlad, by code (D1). */
    public static final List<String> PREPARED = List.of(
            "snow-and-ice", "long-power-cut", "time-critical-attack", "heat", "drinking-water", "social-unrest");

    /** The size of the largest file, in bytes. */
    public static final int LARGEST = Source.LARGEST;

    private static final UUID STREAM = UUID.nameUUIDFromBytes("region".getBytes(StandardCharsets.UTF_8));
    private static final Labels MEMBERS = Labels.of("members");

    private final Journal journal;
    private final Actors actors;
    private final List<Furnishing> rooms;

    Regions(Journal journal, Actors actors, List<Furnishing> rooms) {
        this.actors = actors;
        this.journal = journal;
        this.rooms = List.copyOf(rooms);
    }

    /** States across all streams: a node's, or those of a database that no node serves. */
    public interface States {
        <S> S across(Across<S> view);
    }

    /** The region that comes with Samlad, with the accounts of the demo. */
    public static Region shipped() {
        return read("stockholm");
    }

    /** A region of the class path. */
    static Region read(String code) {
        try (var in = Regions.class.getResourceAsStream("/region/" + code + ".yaml")) {
            if (in == null) throw new IllegalStateException("there is no region " + code);
            var parsed = parse(in.readAllBytes());
            if (!parsed.isSound())
                throw new IllegalStateException(parsed.mistakes().toString());
            return parsed.sound();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The region of a file, or all that is wrong with it. It answers for any bytes. */
    public static Parsed parse(byte[] file) {
        return RegionReader.read(file, Shipped::isDrawn);
    }

    /** The least that works: a county board that convenes, and joint functions that admit the others. */
    public static Region empty(String countyCode, String countySv, String countyEn) {
        return Least.region(countyCode, countySv, countyEn);
    }

    /** The file that reads as the same region. */
    public static String write(Region region) {
        return RegionWriter.write(region);
    }

    /** Whether no region has begun here. */
    public boolean isEmpty() {
        return journal.across(Known.ACROSS).actors().isEmpty();
    }

    /** The region as it is recorded, without accounts. */
    public Region current() {
        return of(
                journal::across,
                rooms.stream().flatMap(room -> room.forums().stream()).toList());
    }

    /** The region that the states hold. */
    public static Region of(States states, List<Region.Forum> forums) {
        var known = states.across(Known.ACROSS);
        return new Region(
                known.region(),
                List.copyOf(known.actors().values()),
                List.copyOf(states.across(Functions.ACROSS).byId().values()),
                List.copyOf(known.groups().values()),
                forums,
                List.copyOf(known.areas().values()),
                List.of());
    }

    /** What the file would change here. Nothing is recorded. @param acting the actor of the one who imports */
    public Changes preview(Region file, String acting) {
        // the joint functions' own are the secretariat's, whoever looks after its people
        var own = actors.decideForThemselves();
        own.remove(acting);
        return Changes.between(current(), file.withoutAccounts(), own::contains);
    }

    /** The entry that last changed the region: what a preview is drawn from. Null before there is one. */
    public @Nullable UUID drawn() {
        return journal.across(Versions.ACROSS).region();
    }

    /**
     * Begins with the region where there is none, together with what the rooms begin with.
     *
     * @param also more to record with it, such as the function of the first account
     * @throws Refused region.begun where there is a region
     */
    public Recorded begin(Region region, By by, List<Draft> also) {
        return journal.record(by, null, facing -> {
            if (!isEmpty()) throw new Refused("region.begun");
            facing.guardNew(STREAM);
            var drafts = drafts(region);
            drafts.addAll(also);
            return drafts;
        });
    }

    /**
     * Records what the file changes here.
     *
     * @param from the {@link #drawn} of the preview
     * @throws NotMandated region.admit-only
     * @throws Refused region.nothing where the file changes nothing, region.other where it is another region's
     * @throws se.samlad.journal.Outdated where the region has changed since the preview
     */
    public Recorded carryOut(Region file, DrawnFrom from, Acting by, Once once) {
        mayAdmit(by);
        return by.record(journal, once, facing -> {
            facing.guard(STREAM);
            for (var actor : file.actors()) facing.guard(Actors.stream(actor.code()));
            from.mustBe(drawn());
            mustBeThis(file);
            var changes = preview(file, by.actor());
            if (!changes.changesAnything()) throw new Refused("region.nothing");
            return drafts(changes.part());
        });
    }

    /**
     * An import takes nothing away, so a file with another county board would give the region two.
     *
     * @throws Refused region.other
     */
    void mustBeThis(Region file) {
        var here = actors.common();
        for (var actor : file.actors()) {
            var only =
                    switch (actor.kind()) {
                        case COUNTY_BOARD -> here.countyBoard();
                        case JOINT_FUNCTIONS -> here.joint();
                        default -> actor.code();
                    };
            if (!actor.code().equals(only)) throw new Refused("region.other", only, actor.code()).at("text");
        }
    }

    /** @throws NotMandated region.admit-only */
    static void mayAdmit(Acting by) {
        if (!by.may(Mandate.ADMIT)) throw new NotMandated("region.admit-only");
    }

    /** Begins with the region's name, also where that is as before: it says that a file was read in. */
    private List<Draft> drafts(Region what) {
        var drafts = new ArrayList<Draft>();
        drafts.add(Draft.on(STREAM, STREAM, new ActorFact.RegionNamed(what.name()), MEMBERS));
        for (var actor : what.actors()) drafts.add(Actors.registered(actor));
        for (var group : what.groups()) drafts.add(Draft.on(STREAM, STREAM, group, MEMBERS));
        for (var area : what.areas()) drafts.add(Draft.on(STREAM, STREAM, new ActorFact.AreaDrawn(area), MEMBERS));
        for (var function : what.functions()) {
            var stream = Actors.stream(function.actor());
            drafts.add(Draft.on(stream, stream, new AccessFact.FunctionNamed(function), MEMBERS));
        }
        rooms.forEach(room -> drafts.addAll(room.furnish(what)));
        return drafts;
    }
}
