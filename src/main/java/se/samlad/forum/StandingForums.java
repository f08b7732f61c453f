package se.samlad.forum;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.springframework.stereotype.Service;
import se.samlad.access.Level;
import se.samlad.journal.Across;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.View;
import se.samlad.region.Furnishing;
import se.samlad.region.Region;
import se.samlad.region.Regions;

/** The forums of ordinary mode (F1). Open measures are handed over to them when an incident is stood down (I5). */
@Service
public class StandingForums implements Furnishing {

    public static final Across<Established> ACROSS = new Across<>(View.of(
            "forum.standing",
            new Established(TreePVector.empty()),
            ForumFact.class,
            (state, entry, fact) -> fact instanceof ForumFact.Established e ? state.plus(e) : state));

    private final Journal journal;

    StandingForums(Journal journal) {
        this.journal = journal;
    }

    /** @param level null: the owner's council, above the levels; {@code mode} is always ORDINARY */
    public record Standing(UUID id, String code, @Nullable Level level, String nameSv, String nameEn, String mode) {
        public String name(String language) {
            return language.equals("en") ? nameEn : nameSv;
        }
    }

    /** Every member may read it, so it needs no gate of its own. */
    public record Established(PVector<Standing> all) {

        Optional<Standing> find(String code) {
            return all.stream().filter(s -> s.code().equals(code)).findFirst();
        }

        Established plus(ForumFact.Established e) {
            var now = new Standing(stream(e.code()), e.code(), e.level(), e.nameSv(), e.nameEn(), "ORDINARY");
            for (int i = 0; i < all.size(); i++)
                if (all.get(i).code().equals(e.code())) return new Established(all.with(i, now));
            return new Established(all.plus(now));
        }
    }

    /** A standing forum's own stream. */
    public static UUID stream(String code) {
        return UUID.nameUUIDFromBytes(("forum:" + code).getBytes(StandardCharsets.UTF_8));
    }

    /** In the order in which they were established. */
    public List<Standing> all() {
        return List.copyOf(journal.across(ACROSS).all());
    }

    public Optional<Standing> find(String code) {
        return journal.across(ACROSS).find(code);
    }

    /** A forum is established, or has got another name or level. */
    public static Draft established(String code, @Nullable Level level, String nameSv, String nameEn) {
        var fact = new ForumFact.Established(code, level, nameSv, nameEn);
        return Draft.on(stream(code), stream(code), fact, Labels.of("members"));
    }

    @Override
    public List<Draft> furnish(Region what) {
        return what.forums().stream()
                .map(f -> established(f.code(), f.level(), f.nameSv(), f.nameEn()))
                .toList();
    }

    @Override
    public List<Region.Forum> forums() {
        return forums(journal::across);
    }

    /** The standing forums as a region's file has them. */
    public static List<Region.Forum> forums(Regions.States states) {
        return states.across(ACROSS).all().stream()
                .map(s -> new Region.Forum(s.code(), s.level(), s.nameSv(), s.nameEn()))
                .toList();
    }
}
