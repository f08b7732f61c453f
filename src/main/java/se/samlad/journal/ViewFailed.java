package se.samlad.journal;

import org.jspecify.annotations.Nullable;

/** A view threw while it was folded. This node can't show what depends on it, and can show everything else. */
public final class ViewFailed extends Unavailable {

    ViewFailed(String view) {
        super("the view " + view + " has failed here");
    }

    /** Whether the error or one of its causes is of this type: the template engine wraps what is thrown. */
    public static boolean isSaidBy(@Nullable Throwable error) {
        int depth = 0;
        for (var cause = error; cause != null && depth < 20; cause = cause.getCause(), depth++)
            if (cause instanceof ViewFailed) return true;
        return false;
    }
}
