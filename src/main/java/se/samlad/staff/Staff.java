package se.samlad.staff;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.access.Things;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;
import se.samlad.staff.StaffFact.Post;

/**
 * Those who sit together for a forum: the fold of its facts.
 *
 * @param there by the function, as {@code actor/name}
 * @param handed what was left to the next one, by post
 * @param closed null: it goes on
 */
public record Staff(
        UUID id,
        UUID forum,
        Labels labels,
        List<Post> posts,
        By by,
        Instant at,
        PMap<String, Presence> there,
        PMap<Post, HandOver> handed,
        @Nullable Closing closed)
        implements Things.Thing {

    /** @param post null: none */
    public record Presence(@Nullable Post post, Instant since) {}

    /** @param taken by whom it was taken over; null: nobody yet */
    public record HandOver(
            By by, Instant at, String text, @Nullable String taken) {}

    public record Closing(By by, Instant at, String reason) {}

    /** Where a forum meets. @param drawn the entry that says so */
    public record Rooms(
            @Nullable String place,
            @Nullable String reserve,
            @Nullable String link,
            UUID drawn) {}

    /** All of an incident. @param rooms by forum */
    public record All(PMap<UUID, Rooms> rooms, PMap<UUID, Staff> byId) {
        public static final View<All> VIEW = View.of(
                "staff.all",
                new All(HashTreePMap.empty(), HashTreePMap.empty()),
                StaffFact.class,
                (all, e, f) -> all.apply(e, f));

        public Optional<Staff> find(UUID id) {
            return Optional.ofNullable(byId.get(id));
        }

        /** The one that sits for the forum now. */
        public Optional<Staff> open(UUID forum) {
            return byId.values().stream()
                    .filter(staff -> staff.isOpen() && staff.forum.equals(forum))
                    .findFirst();
        }

        private All apply(Entry by, StaffFact fact) {
            return switch (fact) {
                case StaffFact.RoomsSet r ->
                    new All(rooms.plus(r.forum(), new Rooms(r.place(), r.reserve(), r.link(), by.id())), byId);
                case StaffFact.Opened o -> with(begun(by, o));
                case StaffFact.Came c -> changed(c.staff(), staff -> staff.came(by, c.post()));
                case StaffFact.Went w -> changed(w.staff(), staff -> staff.went(by));
                case StaffFact.HandedOver h -> changed(h.staff(), staff -> staff.left(by, h));
                case StaffFact.Closed c -> changed(c.staff(), staff -> staff.closed(by, c.reason()));
            };
        }

        private All with(Staff staff) {
            return new All(rooms, byId.plus(staff.id, staff));
        }

        private All changed(UUID id, java.util.function.UnaryOperator<Staff> how) {
            var staff = byId.get(id);
            return staff == null ? this : with(how.apply(staff));
        }
    }

    private static Staff begun(Entry by, StaffFact.Opened o) {
        return new Staff(
                by.id(),
                o.forum(),
                by.labels(),
                o.posts(),
                by.by(),
                by.occurredAt(),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                null);
    }

    private static String function(Entry by) {
        return by.by().actor() + "/" + by.by().function();
    }

    /** Whoever comes to a post takes over what was left for it. */
    private Staff came(Entry by, @Nullable Post post) {
        var who = function(by);
        var now = there.plus(who, new Presence(post, by.occurredAt()));
        var left = post == null ? null : handed.get(post);
        if (left == null
                || left.taken() != null
                || who.equals(left.by().actor() + "/" + left.by().function())) return with(now, handed);
        return with(now, handed.plus(post, new HandOver(left.by(), left.at(), left.text(), who)));
    }

    private Staff went(Entry by) {
        return with(there.minus(function(by)), handed);
    }

    /** It stays, without a post. Who is in the post already has taken over. */
    private Staff left(Entry by, StaffFact.HandedOver h) {
        var other = in(h.post()).stream().filter(each -> !each.equals(function(by)));
        var note = new HandOver(
                by.by(), by.occurredAt(), h.text(), other.findFirst().orElse(null));
        return with(there.plus(function(by), new Presence(null, by.occurredAt())), handed.plus(h.post(), note));
    }

    private Staff with(PMap<String, Presence> now, PMap<Post, HandOver> notes) {
        return new Staff(id, forum, labels, posts, by, at, now, notes, closed);
    }

    private Staff closed(Entry by, String reason) {
        var over = new Closing(by.by(), by.occurredAt(), reason);
        return new Staff(id, forum, labels, posts, this.by, at, there, handed, over);
    }

    public boolean isOpen() {
        return closed == null;
    }

    /** Those in the post, as {@code actor/name}, the one who came first first. @param post null: those in none */
    public List<String> in(@Nullable Post post) {
        return there.entrySet().stream()
                .filter(each -> each.getValue().post() == post)
                .sorted(Map.Entry.comparingByValue(java.util.Comparator.comparing(Presence::since)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
