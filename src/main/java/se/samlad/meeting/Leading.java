package se.samlad.meeting;

import se.samlad.access.Mandate;
import se.samlad.access.Viewer.Acting;
import se.samlad.meeting.Meeting.State;

/** Who leads a meeting, approves its protocol, and corrects a line of it. Pure. */
public final class Leading {

    private Leading() {}

    /** Who chairs it, and the secretariat that keeps its protocol. */
    public static boolean leads(Meeting m, Acting by) {
        return m.isChairedBy(by.function().id()) || by.may(Mandate.ADMIT);
    }

    /** Where nobody is said to chair, the secretariat does. */
    static boolean chairs(Meeting m, Acting by) {
        return m.called().chair() == null
                ? by.may(Mandate.ADMIT)
                : m.isChairedBy(by.function().id());
    }

    /** Whether the acting one is to approve the protocol and has not. */
    public static boolean awaits(Meeting m, Acting by) {
        if (m.state() != State.CLOSED) return false;
        if (chairs(m, by)) return !m.approved().containsKey(Meeting.CHAIR);
        if (m.approved().containsKey(by.actor())) return false;
        var adjusters = m.course().adjusters();
        return adjusters.isEmpty() ? m.tookPart(by.actor()) : adjusters.contains(by.actor());
    }

    /** By who wrote the line, and by who leads, until the protocol is approved; a dissent is its author's alone (A4). */
    public static boolean mayCorrect(Meeting m, Line line, Acting by) {
        boolean author = line.by().actor().equals(by.actor());
        boolean stands = m.state() != State.APPROVED && m.state() != State.CALLED_OFF && !line.isWithdrawn();
        return stands && (author || line.kind() != Line.Kind.DISSENT && leads(m, by));
    }
}
