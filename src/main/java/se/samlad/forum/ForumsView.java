package se.samlad.forum;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.access.Level;
import se.samlad.forum.ForumFact.Affected;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/**
 * The forums of an incident, and the requests for forums. Standing the incident down closes all of them (I5).
 *
 * @param asked requests that the county board has not answered, by level
 */
public record ForumsView(PMap<UUID, Forum> byId, PMap<Level, Asked> asked) {

    static final ForumsView NONE = new ForumsView(HashTreePMap.empty(), HashTreePMap.empty());

    public static final View<ForumsView> VIEW =
            new View<>("forum.all", NONE, List.of(ForumFact.class, IncidentFact.class), ForumsView::apply);

    /** A request for a forum on a level (F2). @param forum the forum that asks; null: an actor on its own behalf */
    public record Asked(
            UUID id,
            Level level,
            By by,
            Instant at,
            String reason,
            @Nullable UUID forum,
            boolean byForum) {}

    public Optional<Forum> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Open and closed forums, highest level first, then earliest first. */
    public List<Forum> all() {
        return byId.values().stream()
                .sorted(Comparator.comparing(Forum::level)
                        .thenComparing(f -> f.opening().at())
                        .thenComparing(Forum::id))
                .toList();
    }

    public List<Forum> open() {
        return all().stream().filter(Forum::isOpen).toList();
    }

    /** The open forum of a regional level; a level has at most one. */
    public Optional<Forum> open(Level level) {
        return open().stream().filter(f -> f.level() == level).findFirst();
    }

    /**
     * How actors are affected: as assessed for the incident, else as in an open forum (F3); by {@code actor} or
     * {@code actor/unit}.
     */
    public Map<String, Concern> concerns(Incident incident) {
        var concerns = new HashMap<String, Concern>();
        for (var forum : open()) {
            forum.seats().in().forEach((actor, seat) -> {
                if (seat.affected() == Affected.DIRECTLY) concerns.put(actor, Concern.DIRECT);
                if (seat.affected() == Affected.INDIRECTLY) concerns.putIfAbsent(actor, Concern.INDIRECT);
            });
        }
        concerns.putAll(incident.concerns());
        return concerns;
    }

    /** The directing forum's frame, while that forum is open (F4). */
    public Optional<Forum.Said> frame() {
        return open(Level.DIRECTING).map(f -> f.course().frame());
    }

    /** What is recorded with the first conference that is opened in the forum: the clock from the signal stops (I3). */
    public Optional<Draft> gathering(UUID forum) {
        return find(forum)
                .filter(f -> f.isOpen() && f.course().gathered() == null)
                .map(f -> Draft.on(f.incident(), f.id(), new ForumFact.Gathered(), f.labels()));
    }

    /** What is recorded where a conference in the forum says when it meets next. */
    public Optional<Draft> meetingNext(UUID forum, Instant at) {
        return find(forum)
                .filter(Forum::isOpen)
                .map(f -> Draft.on(f.incident(), f.id(), new ForumFact.NextSet(at, null), f.labels()));
    }

    /** Whether the actor sits in any of them, or sat there when it closed. */
    boolean seats(String actor) {
        return byId.values().stream().anyMatch(f -> f.seats().has(actor));
    }

    ForumsView apply(Entry by) {
        return switch (by.fact()) {
            case ForumFact.Convened c ->
                new ForumsView(byId.plus(by.id(), Forum.opened(by, c)), asked.minus(c.level()));
            case ForumFact.Initiated i ->
                new ForumsView(
                        byId,
                        asked.plus(
                                i.level(),
                                new Asked(
                                        by.id(),
                                        i.level(),
                                        by.by(),
                                        by.occurredAt(),
                                        i.reason(),
                                        i.forum(),
                                        i.byForum())));
            case ForumFact.Declined d -> new ForumsView(byId, asked.minus(d.level()));
            case ForumFact.Acknowledged a -> changed(a.forum(), by, a);
            case ForumFact.Raised r ->
                new ForumsView(changed(by.subject(), by, r).byId, asked.minus(Level.COORDINATING));
            case ForumFact f -> changed(by.subject(), by, f);
            case IncidentFact.StoodDown d -> ended(new Forum.Said(d.reason(), by.by(), by.occurredAt()));
            default -> this;
        };
    }

    private ForumsView changed(UUID forum, Entry by, ForumFact fact) {
        var before = byId.get(forum);
        if (before == null) return this;
        var after = before.apply(by, fact);
        return after == before ? this : new ForumsView(byId.plus(forum, after), asked);
    }

    private ForumsView ended(Forum.Said why) {
        var closed = byId;
        for (var forum : byId.values()) closed = closed.plus(forum.id(), forum.closed(why));
        return new ForumsView(closed, HashTreePMap.empty());
    }
}
