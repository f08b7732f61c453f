package se.samlad.web;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import se.samlad.access.Viewer;

/** Finds what was raised before, in whatever room, that may be about the same (I6). */
@Service
public class Alike {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONG_WORD = 5;
    private static final int MOST = 6;
    private static final int READ = 300;

    private final List<Raised> rooms;

    Alike(List<Raised> rooms) {
        this.rooms = rooms;
    }

    /**
     * Those whose titles share the most words with these, the latest of equals first; at most {@value #MOST}.
     *
     * @param words of which the first {@value #READ} characters count
     * @param page that of the thing itself; empty: it is not raised yet
     */
    public List<Raised.Thing> to(String words, String page, Viewer viewer) {
        var wanted = words(words.substring(0, Math.min(words.length(), READ)));
        if (wanted.isEmpty()) return List.of();
        return rooms.stream()
                .filter(Raised::isOnce)
                .flatMap(room -> room.seenBy(viewer))
                .filter(thing -> !thing.page().equals(page) && shared(thing.title(), wanted) > 0)
                .sorted(Comparator.comparing((Raised.Thing thing) -> -shared(thing.title(), wanted))
                        .thenComparing(Raised.Thing::at, Comparator.reverseOrder())
                        .thenComparing(Raised.Thing::page))
                .limit(MOST)
                .toList();
    }

    private static int shared(String title, Set<String> wanted) {
        var both = words(title);
        both.retainAll(wanted);
        return both.size();
    }

    /** The beginnings of the long words: what makes two titles similar, whatever their endings. */
    public static Set<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= LONG_WORD)
                .map(word -> word.substring(0, LONG_WORD))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
