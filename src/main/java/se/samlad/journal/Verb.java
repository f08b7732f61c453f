package se.samlad.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Decides what to record. It may be asked again, when something that it guards has changed, so it must have no side effect. */
@FunctionalInterface
public interface Verb {

    /** @throws Refused where a rule says no */
    List<Draft> decide(Facing facing);

    /** What a verb can read, and what it guards: the decision holds only while that is unchanged. */
    interface Facing {

        /**
         * The state of a stream as the reader may see it. A verb reads as the one who acts, so that nothing hidden from that
         * one decides. A verb that acts for nobody reads as {@link Reader#ALL}.
         */
        <S> S state(View<S> view, UUID stream, Reader reader);

        /** The decision holds only if nothing was recorded about the subject after the verb began. */
        void guard(UUID subject);

        /** The decision holds only if nothing was ever recorded about the subject. */
        void guardNew(UUID subject);

        Instant now();
    }
}
