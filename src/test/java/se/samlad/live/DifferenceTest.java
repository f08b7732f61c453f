package se.samlad.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * A difference leads from what a page shows to the next rendering, and is never larger than the whole panel (DESIGN
 * §5).
 */
class DifferenceTest {

    private static final Pattern ACTION = Pattern.compile(
            "<turbo-stream action=\"(\\w+)\" target=\"([^\"]+)\">(?:<template>(.*?)</template>)?</turbo-stream>",
            Pattern.DOTALL);
    private static final String PANEL = "p";

    /** Lists of rows, each row an id and a text. */
    private record Model(List<List<String>> lists, String frame) {

        Rendered rendered() {
            var rows = new Rows();
            rows.writeContent("<section id=\"p\">" + frame);
            for (int i = 0; i < lists.size(); i++) {
                rows.writeContent("<ul data-n=\"" + i + "\">\n");
                for (String row : lists.get(i)) {
                    rows.start(id(row));
                    rows.writeContent("  " + row + "\n");
                    rows.end();
                }
                rows.writeContent("</ul>");
            }
            rows.writeContent("</section>");
            return rows.rendered();
        }
    }

    private static String row(String id, int text) {
        return "<li id=\"" + id + "\">" + "t".repeat(40) + text + "åäö😀</li>";
    }

    private static String id(String row) {
        return row.substring(8, row.indexOf('"', 8));
    }

    private static Model random(Random random, int lists, String frame) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 14; i++) ids.add("r" + i);
        Collections.shuffle(ids, random);
        var model = new ArrayList<List<String>>();
        for (int i = 0; i < lists; i++) model.add(new ArrayList<>());
        for (String id : ids) {
            if (random.nextInt(3) > 0) model.get(random.nextInt(lists)).add(row(id, random.nextInt(2)));
        }
        return new Model(model, frame);
    }

    /** A few changes of the other rendering, as an entry causes. */
    private static Model near(Random random, Model other) {
        var model = new ArrayList<List<String>>();
        other.lists().forEach(list -> model.add(new ArrayList<>(list)));
        for (int i = 0; i <= random.nextInt(3); i++) {
            var list = model.get(random.nextInt(model.size()));
            int at = list.isEmpty() ? 0 : random.nextInt(list.size());
            switch (random.nextInt(4)) {
                case 0 -> list.add(at, row("n" + i, i));
                case 1 -> Collections.shuffle(list, random);
                case 2 -> {
                    if (!list.isEmpty()) list.remove(at);
                }
                default -> {
                    if (!list.isEmpty()) list.set(at, row(id(list.get(at)), 9));
                }
            }
        }
        return new Model(model, other.frame());
    }

    /** Applies the actions to lists of rows, as Turbo does. */
    private static List<List<String>> applied(String actions, Model before, Model now) {
        var lists = new ArrayList<List<String>>();
        before.lists().forEach(list -> lists.add(new ArrayList<>(list)));
        var match = ACTION.matcher(actions);
        int end = 0;
        while (match.find()) {
            assertThat(match.start()).isEqualTo(end);
            end = match.end();
            if (match.group(2).equals(PANEL)) {
                assertThat(match.group(3)).isEqualTo(now.rendered().html());
                return now.lists();
            }
            apply(match.group(1), match.group(2), match.group(3), lists);
        }
        assertThat(end).isEqualTo(actions.length());
        return lists;
    }

    private static void apply(String action, String target, String html, List<List<String>> lists) {
        var list = lists.stream()
                .filter(l -> l.stream().anyMatch(row -> id(row).equals(target)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing has the id " + target));
        int at = list.stream().map(DifferenceTest::id).toList().indexOf(target);
        switch (action) {
            case "remove" -> list.remove(at);
            case "replace" -> list.set(at, html);
            case "after" -> list.add(at + 1, html);
            case "before" -> list.add(at, html);
            default -> throw new AssertionError(action);
        }
    }

    private static void assertLeadsThere(Model before, Model now) {
        var actions = Difference.between(PANEL, before.rendered(), now.rendered());
        assertThat(applied(actions, before, now)).isEqualTo(now.lists());
        assertThat(actions.length())
                .isLessThanOrEqualTo(Difference.whole(PANEL, now.rendered()).length());
        assertThat(actions.isEmpty()).isEqualTo(before.equals(now));
    }

    @Property(tries = 2_000, seed = "20261121")
    void theActionsLeadFromAnyRowsToAnyOthers(@ForAll long seed) {
        var random = new Random(seed);
        int lists = 1 + random.nextInt(3);
        assertLeadsThere(random(random, lists, ""), random(random, lists, ""));
    }

    @Property(tries = 2_000, seed = "20261121")
    void theActionsLeadFromAnyRowsToTheirNeighbours(@ForAll long seed) {
        var random = new Random(seed);
        var before = random(random, 1 + random.nextInt(3), "");
        assertLeadsThere(before, near(random, before));
    }

    @Property(tries = 200, seed = "20261121")
    void anotherFrameIsSentWhole(@ForAll long seed) {
        var random = new Random(seed);
        var now = random(random, 2, "<h2>new</h2>");
        var actions =
                Difference.between(PANEL, random(random, 2, "<h2>old</h2>").rendered(), now.rendered());
        assertThat(actions).isEqualTo(Difference.whole(PANEL, now.rendered()));
    }

    @Example
    void oneMoreRowCostsOneRow() {
        var rows = new ArrayList<String>();
        for (int i = 0; i < 100; i++) rows.add(row("r" + i, i));
        var before = new Model(List.of(List.copyOf(rows)), "").rendered();
        rows.addFirst(row("new", 1));
        var actions = Difference.between(PANEL, before, new Model(List.of(rows), "").rendered());
        assertThat(actions.length()).isLessThan(200);
    }

    @Example
    void twoRowsWithOneIdAreSentWhole() {
        var twice = new Model(List.of(List.of(row("a", 1), row("a", 2))), "").rendered();
        var once = new Model(List.of(List.of(row("a", 1))), "").rendered();
        assertThat(Difference.between(PANEL, twice, once)).isEqualTo(Difference.whole(PANEL, once));
        assertThat(Difference.between(PANEL, once, twice)).isEqualTo(Difference.whole(PANEL, twice));
    }

    @Example
    void everyFormGetsAKeyOfItsOwn() {
        var html = Rendered.withKeys("<i>" + Rendered.ONCE + "</i>" + Rendered.ONCE + Rendered.ONCE);
        var keys = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").matcher(html);
        var found = new HashSet<String>();
        while (keys.find()) found.add(keys.group());
        assertThat(found).hasSize(3);
        assertThat(html).doesNotContain(Rendered.ONCE).startsWith("<i>");
        assertThat(Rendered.withKeys("nothing")).isEqualTo("nothing");
    }

    private static Rendered told(String age, String text) {
        var rows = new Rows();
        rows.writeContent("<ul>");
        rows.start("a");
        rows.writeContent("<li id=\"a\"><time data-age=\"short\">" + age + "</time><b>" + text + "</b></li>");
        rows.end();
        rows.writeContent("</ul><p><time data-age>" + age + "</time></p>");
        return rows.rendered();
    }

    /** Script shows ages (DESIGN §5): an age is no change, so it can't reveal that something else was recorded. */
    @Test
    void anAgeIsNoChangeAndWhatSomebodyWroteIs() {
        assertThat(told("5 min", "x").sameAs(told("6 min", "x"))).isTrue();
        assertThat(Difference.between("p", told("5 min", "x"), told("6 min", "y")))
                .contains("6 min", "<b>y</b>");
        assertThat(told("5 min", "data-age x").sameAs(told("5 min", "data-age y")))
                .isFalse();
        assertThat(Difference.between("p", told("5 min", "data-age x"), told("5 min", "data-age y")))
                .contains("data-age y");
    }
}
