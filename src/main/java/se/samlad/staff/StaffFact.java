package se.samlad.staff;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room, in the stream of the forum's incident and seen by those who see the forum. */
public sealed interface StaffFact extends Fact {

    /** What the functions of a staff are called, the same everywhere, so that actors can lend people to each other (R2). */
    enum Post {
        CHIEF,
        PICTURE,
        OPERATIONS,
        PLANNING,
        RESOURCES,
        STAFFING,
        COMMUNICATION,
        SYSTEMS,
        RECORDS,
        LIAISON
    }

    /**
     * Where a forum meets. A later one replaces it.
     *
     * @param place the physical room @param reserve where it moves, if it must @param link the virtual room
     */
    @Stored("staff.rooms-set.1")
    record RoomsSet(
            UUID forum,
            @Nullable String place,
            @Nullable String reserve,
            @Nullable String link) implements StaffFact {}

    /** A staff or a cluster sits together from now on. @param posts to be filled */
    @Stored("staff.opened.1")
    record Opened(UUID forum, List<Post> posts) implements StaffFact {}

    /** The function that records it is there. @param post that it fills; null: none */
    @Stored("staff.came.1")
    record Came(UUID staff, @Nullable Post post) implements StaffFact {}

    /** The function that records it is there no more. */
    @Stored("staff.went.1")
    record Went(UUID staff) implements StaffFact {}

    /** The function that records it leaves the post, with what the next one in it must know. */
    @Stored("staff.handed-over.1")
    record HandedOver(UUID staff, Post post, String text) implements StaffFact {}

    @Stored("staff.closed.1")
    record Closed(UUID staff, String reason) implements StaffFact {}
}
