package se.samlad.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Decides what to record. May be asked again when what it read has changed meanwhile, so it must do nothing else. */
@FunctionalInterface
public interface Verb {

    /** @throws Refused where a rule says no */
    List<Draft> decide(Facing facing);

    /** What a verb is decided in the face of. */
    interface Facing {

        /**
         * The state of a stream as the reader may see it: what is hidden from the one who acts never decides. A verb that
         * acts for nobody reads as {@link Reader#ALL}.
         */
        <S> S state(View<S> view, UUID stream, Reader reader);

        /** The decision holds only if nothing more was recorded about the subject since the state was read. */
        void guard(UUID subject);

        /** The subject must not exist yet. */
        void guardNew(UUID subject);

        Instant now();
    }
}
