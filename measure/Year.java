package measure;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import se.samlad.play.Play;

/** The pages of the year, after {@code scenes/year.yaml} was played once and as often again as is asked. */
final class Year {

    private final Site site;

    Year(Site site) {
        this.site = site;
    }

    void run(int times) throws Exception {
        var data = site.fresh("bench-year");
        try (var ours = Served.samlad(site.root, data, "--demo");
                var calls = new Calls(ours.port)) {
            long began = System.nanoTime();
            // after the first time a year's plan is adopted: that step and some others are refused, all else adds to what there is
            for (int i = 0; i < times; i++)
                Play.run(
                        new String[] {site.root.resolve("scenes/year.yaml").toString(), "--url", "http://127.0.0.1:" + ours.port},
                        new PrintStream(PrintStream.nullOutputStream()));
            site.table.note("the year played %d times in %.1f s".formatted(times, (System.nanoTime() - began) / 1e9));
            var pages = new LinkedHashMap<String, String>();
            pages.put("the plan", "/plan/2027");
            pages.put("goals", "/goals");
            pages.put("capabilities", "/capabilities?year=2027");
            pages.put("capabilities of this year", "/capabilities");
            pages.put("lessons", "/lessons");
            pages.put("reviews", "/reviews");
            pages.put("prepared directions", "/prepared");
            pages.put("a prepared direction", "/prepared/heat");
            pages.put("cases", "/cases");
            pages.put("meetings", "/meetings");
            pages.put("the wheel", "/year");
            pages.put("what waits", "/turn");
            for (var page : pages.entrySet()) Ordinary.looked(site, calls, "the year", page);
        }
        Site.delete(data);
    }
}
