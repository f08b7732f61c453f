package se.samlad.staff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Things;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.forum.Forum;
import se.samlad.forum.Forums;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Verb;

/** Rooms and staffs of the forums of incidents. */
@Service
class Staffs {

    private final Journal journal;
    private final Incidents incidents;
    private final Forums forums;
    private final Things<Incident, Staff.All, Staff> staffs;

    Staffs(Journal journal, Incidents incidents, Forums forums) {
        this.journal = journal;
        this.incidents = incidents;
        this.forums = forums;
        this.staffs = new Things<>(journal, incidents, StaffFact.Opened.class, Staff.All.VIEW, Staff.All::find);
    }

    Staff.All in(UUID incident, Viewer viewer) {
        return journal.view(Staff.All.VIEW, incident, viewer);
    }

    private interface Deciding {
        List<StaffFact> facts(Forum forum, Staff.All all);
    }

    /** Where the forum meets, said by those who lead it. */
    Recorded rooms(UUID forum, Staffing.Wanted wanted, DrawnFrom from, Acting by, Once once) {
        return leading(forum, by, once, (found, all) -> {
            from.mustBe(drawn(all, forum));
            return List.of(Staffing.rooms(found, wanted));
        });
    }

    /** A staff sits together: in the rooms that are stated, or in those of the forum. */
    Recorded open(UUID forum, Staffing.Wanted wanted, @Nullable List<@Nullable String> posts, Acting by, Once once) {
        return leading(forum, by, once, (found, all) -> {
            var before = all.rooms().get(forum);
            var place = wanted.isEmpty() && before != null ? before.place() : wanted.place();
            var opened = Staffing.open(found, all, place, posts);
            return wanted.isEmpty() ? List.of(opened) : List.of(opened, Staffing.rooms(found, wanted));
        });
    }

    /** What a change of the rooms is drawn from: the entry that says them, or their subject, where nobody has. */
    static UUID drawn(Staff.All all, UUID forum) {
        var rooms = all.rooms().get(forum);
        return rooms == null ? subject(forum) : rooms.drawn();
    }

    private Recorded leading(UUID forum, Acting by, Once once, Deciding rule) {
        var stream = forums.incidentOf(forum, by.viewer());
        return by.record(journal, once, facing -> {
            var incident = incidents.guarded(facing, stream, by);
            var found = forums.forLeading(facing, stream, forum, by);
            var all = facing.state(Staff.All.VIEW, stream, by.viewer());
            facing.guard(subject(forum));
            var drafts = new ArrayList<Draft>();
            for (var fact : rule.facts(found, all)) drafts.add(draft(facing, incident, found, fact));
            return drafts;
        });
    }

    /** Rooms and the opening of staffs share one guarded subject: the second of two at once is refused. */
    private static UUID subject(UUID forum) {
        return UUID.nameUUIDFromBytes(("staff/" + forum).getBytes(StandardCharsets.UTF_8));
    }

    private Draft draft(Verb.Facing facing, Incident incident, Forum forum, StaffFact fact) {
        var drafted = Draft.on(incident.id(), subject(forum.id()), fact, forum.labels());
        return drafted.happened(incidents.happens(incident, facing.now()));
    }

    /** What each says for itself, beside the others. The staff is guarded: nobody comes to one that was closed meanwhile. */
    Recorded beside(UUID id, Acting by, Once once, Function<Staff, StaffFact> rule) {
        return staffs.decide(id, by, once, scene -> {
            scene.facing().guard(subject(scene.thing().forum()));
            var fact = rule.apply(scene.thing());
            return List.of(
                    Draft.ofNewSubject(scene.stream(), fact, scene.thing().labels())
                            .happened(scene.happens()));
        });
    }

    /** By those who lead its forum, also one that is closed. */
    Recorded close(UUID id, @Nullable String reason, Acting by, Once once) {
        return staffs.decide(id, by, once, scene -> {
            var staff = scene.thing();
            forums.mustLead(scene.facing(), scene.stream(), staff.forum(), by);
            scene.facing().guard(subject(staff.forum()));
            return List.of(
                    Draft.on(scene.stream(), subject(staff.forum()), Staffing.close(staff, reason), staff.labels())
                            .happened(scene.happens()));
        });
    }
}
