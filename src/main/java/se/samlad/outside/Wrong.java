package se.samlad.outside;

import org.jspecify.annotations.Nullable;
import se.samlad.journal.Refused;
import se.samlad.web.Say;

/** A refusal in the reader's words, for pages of those who have not signed in. @param field the field to mend; null: none */
record Wrong(String text, @Nullable String field) {

    /** The first detail of a refused text is the name of its field, which is told in words. */
    static Wrong of(Refused no, Say say) {
        var details = no.details().clone();
        if (no.key().startsWith("text.") && details.length > 0) details[0] = say.field(String.valueOf(details[0]));
        return new Wrong(say.text(no.key(), details), no.field().orElse(null));
    }
}
