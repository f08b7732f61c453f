package se.samlad.staff;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.forum.Forums;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.staff.StaffFact.Post;

/** Rooms of forums and those who sit together, for programs and forms. */
@RestController
class StaffApi {

    /** @param room the physical one @param reserve where it moves, if it must @param link the virtual one */
    record Rooms(
            @Nullable String room,
            @Nullable String reserve,
            @Nullable String link) {}

    /** Without a room, where the forum's rooms are. @param posts to be filled; left out: all */
    record Opening(
            @Nullable String room,
            @Nullable String reserve,
            @Nullable String link,
            @Nullable List<@Nullable String> posts) {}

    /** @param post that the caller fills; left out: none @param gone whether it is there no more */
    record Presence(@Nullable String post, @Nullable Boolean gone) {}

    record Text(@Nullable String text) {}

    record Why(@Nullable String reason) {}

    /** @param function as {@code actor/name} */
    record There(String function, @Nullable Post post, Instant since) {}

    record Left(
            String actor, Instant at, String text, @Nullable String taken) {}

    record Sits(
            UUID id,
            boolean open,
            Instant at,
            List<Post> posts,
            List<There> there,
            Map<Post, Left> handedOver,
            @Nullable String closedWhy) {

        static Sits of(Staff staff) {
            var there = staff.there().entrySet().stream()
                    .map(e -> new There(
                            e.getKey(), e.getValue().post(), e.getValue().since()))
                    .sorted(Comparator.comparing(There::since).thenComparing(There::function))
                    .toList();
            var left = new TreeMap<Post, Left>();
            staff.handed()
                    .forEach((post, note) ->
                            left.put(post, new Left(note.by().actor(), note.at(), note.text(), note.taken())));
            var closed = staff.closed();
            return new Sits(
                    staff.id(),
                    staff.isOpen(),
                    staff.at(),
                    staff.posts(),
                    there,
                    left,
                    closed == null ? null : closed.reason());
        }
    }

    /** @param staffs the latest first */
    record Told(@Nullable Rooms rooms, List<Sits> staffs) {}

    private final Staffs staffs;
    private final Forums forums;

    StaffApi(Staffs staffs, Forums forums) {
        this.staffs = staffs;
        this.forums = forums;
    }

    @GetMapping("/api/forums/{id}/staff")
    Told get(@PathVariable UUID id, Viewer viewer) {
        var all = staffs.in(forums.incidentOf(id, viewer), viewer);
        var rooms = all.rooms().get(id);
        return new Told(
                rooms == null ? null : new Rooms(rooms.place(), rooms.reserve(), rooms.link()),
                all.byId().values().stream()
                        .filter(staff -> staff.forum().equals(id))
                        .sorted(Comparator.comparing(Staff::at).reversed())
                        .map(Sits::of)
                        .toList());
    }

    @PostMapping("/api/forums/{id}/rooms")
    Recorded rooms(@PathVariable UUID id, @RequestBody Rooms said, DrawnFrom from, Acting by, Once once) {
        return staffs.rooms(id, new Staffing.Wanted(said.room(), said.reserve(), said.link()), from, by, once);
    }

    @PostMapping("/api/forums/{id}/staff")
    Recorded open(@PathVariable UUID id, @RequestBody Opening said, Acting by, Once once) {
        var wanted = new Staffing.Wanted(said.room(), said.reserve(), said.link());
        return staffs.open(id, wanted, said.posts(), by, once);
    }

    /** The caller's function is there, or is there no more: each says it of itself. */
    @PostMapping("/api/staffs/{id}/presence")
    Recorded present(@PathVariable UUID id, @RequestBody Presence said, Acting by, Once once) {
        return staffs.beside(
                id,
                by,
                once,
                staff -> Boolean.TRUE.equals(said.gone())
                        ? Staffing.leave(staff, by)
                        : Staffing.come(staff, by, said.post()));
    }

    /** The caller leaves its post to the next one, with what that must know. */
    @PostMapping("/api/staffs/{id}/hand-over")
    Recorded handOver(@PathVariable UUID id, @RequestBody Text said, Acting by, Once once) {
        return staffs.beside(id, by, once, staff -> Staffing.handOver(staff, by, said.text()));
    }

    @PostMapping("/api/staffs/{id}/closing")
    Recorded close(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return staffs.close(id, said.reason(), by, once);
    }
}
