package se.samlad.staff;

import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.forum.Forum;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.staff.StaffFact.Post;

/** The rules for rooms and staffs (F7). Pure: no clock, no database, no Spring. The room forum says who leads. */
final class Staffing {

    private Staffing() {}

    /** Rooms as they are sent; all may be missing. */
    record Wanted(
            @Nullable String place,
            @Nullable String reserve,
            @Nullable String link) {

        boolean isEmpty() {
            return Plain.isEmpty(place) && Plain.isEmpty(reserve) && Plain.isEmpty(link);
        }
    }

    /** @throws Refused staff.no-room; text.too-long, at the field */
    static StaffFact.RoomsSet rooms(Forum forum, Wanted wanted) {
        if (wanted.isEmpty()) throw new Refused("staff.no-room").at("room");
        return new StaffFact.RoomsSet(
                forum.id(),
                Plain.optionalTitle(wanted.place(), "room"),
                Plain.optionalTitle(wanted.reserve(), "reserve"),
                Plain.optionalTitle(wanted.link(), "link"));
    }

    /**
     * @param rooms as they are from now on; null: none were stated
     * @param posts none stated: all
     * @throws Refused staff.level, staff.open-already; staff.no-place, staff.which-post at the field
     */
    static StaffFact.Opened open(
            Forum forum, Staff.All all, @Nullable String place, @Nullable List<@Nullable String> posts) {
        if (forum.level() == Level.DIRECTING) throw new Refused("staff.level");
        if (all.open(forum.id()).isPresent()) throw new Refused("staff.open-already");
        if (Plain.isEmpty(place)) throw new Refused("staff.no-place").at("room");
        var chosen = EnumSet.noneOf(Post.class);
        for (var each : posts == null ? List.<String>of() : posts)
            if (!Plain.isEmpty(each)) chosen.add(post(each, "posts"));
        return new StaffFact.Opened(forum.id(), chosen.isEmpty() ? List.of(Post.values()) : List.copyOf(chosen));
    }

    private static Post post(@Nullable String name, String field) {
        for (var post : Post.values()) if (post.name().equals(name == null ? "" : name.strip())) return post;
        throw new Refused("staff.which-post").at(field);
    }

    /** Each says it of itself (A4). @throws NotMandated staff.who; Refused staff.closed, staff.which-post, staff.there-already */
    static StaffFact.Came come(Staff staff, Acting by, @Nullable String post) {
        mayAct(by);
        mustBeOpen(staff);
        var wanted = Plain.isEmpty(post) ? null : post(post, "post");
        if (wanted != null && !staff.posts().contains(wanted)) throw new Refused("staff.which-post").at("post");
        var now = staff.there().get(by.function().id());
        if (now != null && now.post() == wanted) throw new Refused("staff.there-already").at("post");
        return new StaffFact.Came(staff.id(), wanted);
    }

    /** @throws NotMandated staff.who; Refused staff.closed, staff.not-there */
    static StaffFact.Went leave(Staff staff, Acting by) {
        mayAct(by);
        mustBeOpen(staff);
        mustBeThere(staff, by);
        return new StaffFact.Went(staff.id());
    }

    /** By whoever is in the post. @throws NotMandated staff.who; Refused staff.closed, staff.not-there, staff.no-post, text.missing */
    static StaffFact.HandedOver handOver(Staff staff, Acting by, @Nullable String text) {
        mayAct(by);
        mustBeOpen(staff);
        var post = mustBeThere(staff, by).post();
        if (post == null) throw new Refused("staff.no-post");
        return new StaffFact.HandedOver(staff.id(), post, Plain.text(text, "text"));
    }

    /** @throws Refused staff.closed, text.missing */
    static StaffFact.Closed close(Staff staff, @Nullable String reason) {
        mustBeOpen(staff);
        return new StaffFact.Closed(staff.id(), Plain.text(reason, "reason"));
    }

    private static Staff.Presence mustBeThere(Staff staff, Acting by) {
        var now = staff.there().get(by.function().id());
        if (now == null) throw new NotMandated("staff.not-there");
        return now;
    }

    private static void mayAct(Acting by) {
        if (by.function().onlyAdministers()) throw new NotMandated("staff.who");
    }

    private static void mustBeOpen(Staff staff) {
        if (!staff.isOpen()) throw new Refused("staff.closed");
    }
}
