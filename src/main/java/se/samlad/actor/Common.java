package se.samlad.actor;

import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer.Acting;

/**
 * The two actors that work for all the others, as rules need to know them.
 *
 * @param countyBoard the code of the county board, which convenes (I2); empty before there is a region
 * @param joint the code of the joint functions (A9); empty likewise
 */
public record Common(String countyBoard, String joint) {

    /** A label that only the joint functions hold. Only people who work for all see what follows from it. */
    public static final String JOINT_LABEL = "joint";

    /** In whose stead the function convenes: the county board's, or null where it convenes by its own right (I4). */
    public @Nullable String inSteadOf(Acting by) {
        return by.may(Mandate.CONVENE) ? null : countyBoard;
    }
}
