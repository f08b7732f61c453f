package se.samlad.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.samlad.access.Viewer;

/** The annual plans' activities, for the rooms below the plan that let one carry something. */
public interface Activities {

    /** @param year whose plan it stands in */
    record Activity(UUID id, String title, int year) {}

    /** Empty also where the viewer may not see it. */
    Optional<Activity> find(UUID id, Viewer viewer);

    /** This year's and the next year's that the viewer may see and that are not over, by their last day. */
    List<Activity> coming(Viewer viewer);
}
