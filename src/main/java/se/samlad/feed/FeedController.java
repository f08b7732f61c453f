package se.samlad.feed;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.feed.Watch.Item;
import se.samlad.feed.Watch.State;
import se.samlad.live.Shell;
import se.samlad.warning.County;
import se.samlad.warning.Warning.Color;
import se.samlad.web.Letters;

/** The page with all warnings. Signals are raised by the incident's own form. */
@Controller
public class FeedController {

    private static final int ROWS = 200;
    private static final int LONGEST_SEARCH = 100;

    /**
     * The page's filter.
     *
     * @param area mine, county or all;
     * @param level a colour, or empty;
     * @param source or empty
     */
    public record Choice(String area, String level, String source, String q) {

        static Choice of(String area, String level, String source, String q) {
            var bounded = q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q;
            return new Choice(
                    List.of("county", "all").contains(area) ? area : "mine",
                    Arrays.stream(Color.values()).anyMatch(c -> c.name().equals(level)) ? level : "",
                    source.equals(Feeds.SMHI) ? source : "",
                    bounded.strip());
        }

        boolean takes(Item item, String own, String county) {
            var w = item.warning();
            boolean there = area.equals("all") || w.concerns(area.equals("county") ? county : own);
            return there
                    && (level.isEmpty() || w.color().name().equals(level))
                    && (source.isEmpty() || w.source().equals(source))
                    && (q.isEmpty() || says(w));
        }

        private boolean says(Notice w) {
            var said = Stream.of(w.sv(), w.en()).flatMap(s -> Stream.of(s.headline(), s.event(), s.level(), s.text()));
            var places = w.areas().stream().flatMap(a -> Stream.of(a.name(), a.nameEn()));
            return Stream.of(said, places, Stream.of(w.where(), w.id()))
                    .flatMap(s -> s)
                    .anyMatch(text -> Letters.contains(text, q));
        }
    }

    private final FeedPanels panels;

    FeedController(FeedPanels panels) {
        this.panels = panels;
    }

    @GetMapping("/watch")
    String watch(
            @RequestParam(defaultValue = "mine") String area,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String q,
            Shell shell,
            ModelMap model) {
        var viewer = shell.viewer();
        var now = shell.say().now();
        var own = panels.areas().of(viewer);
        var choice = Choice.of(area, level, source, q);
        var fitting = panels.feeds().list(viewer).stream()
                .filter(item -> choice.takes(item, own, panels.areas().county()))
                .sorted(Comparator.comparing(item -> item.state(now) != State.CURRENT))
                .toList();
        var first = fitting.stream().limit(ROWS).toList();
        model.put("choice", choice);
        model.put("shown", panels.shown(first, viewer, now));
        model.put("more", fitting.size() - first.size());
        model.put("own", County.isCounty(own) ? "" : panels.areas().name(own));
        model.put("member", viewer.isMember());
        model.put("conditions", panels.feeds().conditions(viewer));
        return "feed/watch";
    }
}
