package se.samlad.ical;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import se.samlad.journal.Refused;
import se.samlad.web.Letters;

/** A calendar line by line, before it is parsed: so its size, its events and their depth are bounded. Pure. */
final class Lines {

    static final int LARGEST = 1_000_000;
    private static final int MOST = 2_000;
    private static final int MOST_LINES = 100_000;
    private static final int DEEPEST = 6;

    private static final Pattern BEGIN = Pattern.compile("(?i)BEGIN:\\s*(\\S+)\\s*");
    private static final Pattern END = Pattern.compile("(?i)END:.*");
    private static final Pattern WHOLE_BEGIN = Pattern.compile("(?i)BEGIN:\\s*VCALENDAR\\s*");
    private static final Pattern WHOLE_END = Pattern.compile("(?i)END:\\s*VCALENDAR\\s*");

    private Lines() {}

    /** @throws Refused rota.read-large; rota.read-none, where it is no calendar; rota.read-cut, where its end is missing */
    static void mustBeWhole(String text) {
        if (text.length() > LARGEST) throw new Refused("rota.read-large", LARGEST / 1000).at("text");
        long begun = text.lines().filter(WHOLE_BEGIN.asMatchPredicate()).count();
        if (begun == 0) throw new Refused("rota.read-none").at("text");
        if (begun != text.lines().filter(WHOLE_END.asMatchPredicate()).count())
            throw new Refused("rota.read-cut").at("text");
    }

    /** The line on which each event begins. */
    static List<Integer> events(String text) {
        if (Letters.isEmpty(text)) throw new Refused("rota.read-empty").at("text");
        if (text.length() > LARGEST) throw new Refused("rota.read-large", LARGEST / 1000).at("text");
        var events = new ArrayList<Integer>();
        int number = 0;
        int depth = 0;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            number++;
            var begin = BEGIN.matcher(line);
            if (begin.matches()) {
                depth++;
                if (begin.group(1).equalsIgnoreCase("VEVENT")) events.add(number);
            } else if (END.matcher(line).matches()) depth--;
            if (depth > DEEPEST || number > MOST_LINES || events.size() > MOST)
                throw new Refused("rota.read-many", MOST).at("text");
        }
        return events;
    }
}
