package se.samlad.forum;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.springframework.stereotype.Service;
import se.samlad.access.Level;
import se.samlad.actor.Actors;
import se.samlad.actor.Furnishing;
import se.samlad.actor.Region;
import se.samlad.journal.Across;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.View;

/** The forums of ordinary mode (F1). Open measures are handed over to them when an incident is stood down (I5). */
@Service
public class StandingForums implements Furnishing {

    static final Across<Established> ACROSS = new Across<>(View.of(
            "forum.standing",
            new Established(TreePVector.empty()),
            ForumFact.class,
            (state, entry, fact) -> fact instanceof ForumFact.Established e ? state.plus(e) : state));

    private static final By SECRETARIAT = new By("samlad", Actors.JOINT, "kansli");
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
    record Established(PVector<Standing> all) {

        Optional<Standing> find(String code) {
            return all.stream().filter(s -> s.code().equals(code)).findFirst();
        }

        Established plus(ForumFact.Established e) {
            var kept = TreePVector.<Standing>empty();
            for (var s : all) if (!s.code().equals(e.code())) kept = kept.plus(s);
            return new Established(
                    kept.plus(new Standing(stream(e.code()), e.code(), e.level(), e.nameSv(), e.nameEn(), "ORDINARY")));
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

    @Override
    public void furnish(Region region) {
        var drafts = region.maps("standingForums").stream()
                .map(StandingForums::established)
                .map(e -> Draft.ofNewStream(stream(e.code()), e, Labels.of("members")))
                .toList();
        if (drafts.isEmpty()) return;
        journal.await(journal.record(SECRETARIAT, null, facing -> drafts).position());
    }

    private static ForumFact.Established established(Map<String, Object> yaml) {
        var level = String.valueOf(yaml.get("level"));
        return new ForumFact.Established(
                String.valueOf(yaml.get("code")),
                level.equals("OWNER") ? null : Level.valueOf(level),
                named(yaml, "sv"),
                named(yaml, "en"));
    }

    private static String named(Map<String, Object> yaml, String language) {
        return yaml.get("name") instanceof Map<?, ?> names
                ? String.valueOf(names.get(language))
                : String.valueOf(yaml.get("name"));
    }
}
