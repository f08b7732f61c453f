package se.samlad.region;

import java.util.List;
import se.samlad.web.Say;

/**
 * What is wrong at one place of a region's file, and what to mend.
 *
 * @param line counted from 1
 * @param where the way to it by the file's own words, such as {@code actors › nacka › scb}; empty: the file as a whole
 * @param what the message's key, after {@code region.mistake.}
 * @param details texts for the message
 */
public record Mistake(int line, String where, String what, List<String> details) {

    public String text(Say say) {
        return say.text("region.mistake." + what, details.toArray());
    }

    /** The mistake as one line: {@code rad 12, actors › nacka › scb: …}. */
    public String line(Say say) {
        var at = say.text("region.line", String.valueOf(line));
        return (where.isEmpty() ? at : at + ", " + where) + ": " + text(say);
    }
}
