package se.samlad.journal;

import org.jspecify.annotations.Nullable;

/** A view met what it can't fold: what is made of it can't be shown by this node, and all else can. */
public final class ViewFailed extends Unavailable {

    ViewFailed(String view) {
        super("the view " + view + " has failed here");
    }

    /** Whether the error, or what caused it, is such a one: what draws a page wraps what it meets. */
    public static boolean isSaidBy(@Nullable Throwable error) {
        int depth = 0;
        for (var cause = error; cause != null && depth < 20; cause = cause.getCause(), depth++)
            if (cause instanceof ViewFailed) return true;
        return false;
    }
}
