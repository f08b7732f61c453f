package se.samlad.actor;

import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;

/** Who takes a step for a forum of ordinary mode (F1). */
public enum Seat {
    /** For the samordningsgruppen: the secretariat. */
    COORDINATING,
    /** For the chefsgruppen: the county board's function that convenes on the directing level. */
    DIRECTING;

    public boolean isOf(Acting by) {
        return switch (this) {
            case COORDINATING -> by.may(Mandate.ADMIT);
            case DIRECTING -> by.may(Mandate.CONVENE) && by.function().level() == Level.DIRECTING;
        };
    }

    /** @throws NotMandated seat.COORDINATING, seat.DIRECTING */
    public void mustBeOf(Acting by) {
        if (!isOf(by)) throw new NotMandated("seat." + this);
    }
}
