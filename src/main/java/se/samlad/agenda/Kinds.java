package se.samlad.agenda;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.journal.Across;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/** All kinds of conference: the fold of their one stream. @param edited those that somebody has edited */
public record Kinds(PMap<Occasion, PVector<Kinds.Version>> edited) {

    static final UUID STREAM = UUID.nameUUIDFromBytes("agenda".getBytes(StandardCharsets.UTF_8));

    private static final Kinds NONE = new Kinds(HashTreePMap.empty());

    static final View<Kinds> VIEW = View.of("agenda.kinds", NONE, AgendaFact.class, Kinds::apply);
    static final Across<Kinds> ACROSS = new Across<>(View.of("agenda.all", NONE, AgendaFact.class, Kinds::apply));

    /** @param entry that wrote it */
    public record Version(UUID entry, By by, Instant at, Outline outline) {}

    private Kinds apply(Entry by, AgendaFact fact) {
        var written = (AgendaFact.Written) fact;
        var version = new Version(by.id(), by.by(), by.recordedAt(), written.outline());
        return new Kinds(edited.plus(written.kind(), versions(written.kind()).plus(version)));
    }

    Kind of(Occasion occasion) {
        return new Kind(occasion, versions(occasion));
    }

    private PVector<Version> versions(Occasion occasion) {
        return edited.getOrDefault(occasion, TreePVector.empty());
    }

    /** One kind. @param versions the latest last; empty: it is as it was shipped */
    public record Kind(Occasion occasion, PVector<Version> versions) {

        public Outline outline() {
            return versions.isEmpty() ? occasion.shipped() : versions.getLast().outline();
        }

        /** As it was shipped. */
        public Outline shipped() {
            return occasion.shipped();
        }

        /** The entry that wrote it; null: it is as it was shipped. */
        public @Nullable UUID version() {
            return versions.isEmpty() ? null : versions.getLast().entry();
        }

        /** What an edit is drawn from: the entry that wrote it, or its own subject, where nobody has. */
        public UUID drawn() {
            return versions.isEmpty() ? occasion.subject() : versions.getLast().entry();
        }
    }
}
