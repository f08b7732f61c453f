package se.samlad.agreement;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.samlad.actor.Actor.Membership;
import se.samlad.agreement.AgreementFact.Acceded;
import se.samlad.agreement.AgreementFact.Left;
import se.samlad.agreement.AgreementFact.Signed;

/**
 * A time during which an actor belongs to the collaboration.
 *
 * @param signed the letter of intent that it began with; null: with a decision
 * @param acceded null: it has only signed
 * @param left null: it goes on
 */
public record Belonging(
        @Nullable Signed signed,
        @Nullable Acceded acceded,
        @Nullable Left left) {

    /** Whether it belongs on a day. */
    public enum Sure {
        YES,
        NO,
        /** The day lies between two that the sources give. */
        PERHAPS
    }

    public Membership membership() {
        return acceded == null ? Membership.PARTY : acceded.membership();
    }

    public Belonging {
        if (signed == null && acceded == null) throw new IllegalArgumentException("it began with nothing");
    }

    /** When it began: with what came first. */
    Day from() {
        var decided = acceded;
        if (signed == null) return Objects.requireNonNull(decided).from();
        if (decided == null || !decided.from().earliest().isBefore(signed.on().earliest())) return signed.on();
        return decided.from();
    }

    Sure on(LocalDate day) {
        var from = from();
        if (day.isBefore(from.earliest())
                || (left != null && day.isAfter(left.last().latest()))) return Sure.NO;
        boolean begun = !day.isBefore(from.latest());
        boolean goesOn = left == null || !day.isAfter(left.last().earliest());
        return begun && goesOn ? Sure.YES : Sure.PERHAPS;
    }

    boolean goesOn() {
        return left == null;
    }

    /** The first document counts; recorded again, it corrects what was said of it. */
    Belonging with(Signed now) {
        boolean other = signed != null && !signed.document().equals(now.document());
        return other ? this : new Belonging(now, acceded, left);
    }

    Belonging with(Acceded now) {
        return new Belonging(signed, now, left);
    }

    Belonging until(Left last) {
        return new Belonging(signed, acceded, last);
    }
}
