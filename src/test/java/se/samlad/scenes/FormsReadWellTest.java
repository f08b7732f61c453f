package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each label belongs visibly to the field below it, and no field is wider than a text is read. */
class FormsReadWellTest {

    /**
     * For each label right above its field: what stands above is further from it than its field is. A note may stand
     * between the two. And how wide each text area is, in the digits of its own text.
     */
    private static final String FAULTS = """
            () => {
              document.querySelectorAll("main details").forEach(each => each.open = true);
              const box = each => each.getBoundingClientRect();
              const isSeen = each => box(each).width > 1 && each.checkVisibility();
              const faults = [];
              for (const label of document.querySelectorAll("main form label[for]:not(.unseen)")) {
                const field = document.getElementById(label.htmlFor);
                if (!field || !isSeen(label) || !isSeen(field) || box(field).top < box(label).bottom - 1) continue;
                const form = label.closest("form");
                const bottoms = [...form.querySelectorAll("input, select, textarea, button, label, legend, p, table")]
                  .filter(each => isSeen(each) && each !== label && box(each).bottom <= box(label).top + 1
                    && box(each).left < box(label).right && box(label).left < box(each).right)
                  .map(each => box(each).bottom);
                const below = box(label.nextElementSibling ?? field).top - box(label).bottom;
                const above = box(label).top - Math.max(...bottoms);
                if (bottoms.length && above < below + 4) faults.push(`${label.textContent}: ${above} above, ${below} below`);
              }
              const digits = document.createElement("canvas").getContext("2d");
              for (const area of document.querySelectorAll("main .field > textarea")) {
                if (!isSeen(area)) continue;
                const style = getComputedStyle(area);
                digits.font = `${style.fontSize} ${style.fontFamily}`;
                const inner = area.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
                const wide = inner / digits.measureText("0").width;
                if (wide > 73.5) faults.push(`${area.name} is ${wide} wide`);
              }
              return faults;
            }""";

    private static final Pattern FORM =
            Pattern.compile("<form\\b[^>]*?action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile(" name=\"[^\"]*\"");

    private static Prepared scene;
    private static String proposal;

    @BeforeAll
    static void prepared() {
        scene = Prepared.incident("Formulär att läsa");
        proposal = "/directions/"
                + Running.as("lst.chef")
                        .post(
                                "/api/incidents/" + scene.incident() + "/directions",
                                "{\"aim\":\"Ingen ska frysa\",\"messages\":[{\"text\":\"Stanna hemma\"}]}")
                        .expect(201)
                        .id();
    }

    @Test
    void everyLabelBelongsToItsField() {
        var faults = new ArrayList<String>();
        var known = new HashSet<String>();
        for (var account : List.of("lst.chef", "taby.tib", "komm"))
            try (var window = Window.of(account, Window.DESKTOP).drawnSmall()) {
                for (var path : pages()) {
                    if (!known.addAll(forms(Running.as(account).page(path).body()))) continue;
                    window.open(path);
                    for (int width : List.of(390, 1440)) {
                        window.resize(width, 844);
                        for (var fault : (List<?>) window.page().evaluate(FAULTS))
                            faults.add(account + " " + path + " at " + width + ": " + fault);
                    }
                }
            }
        assertThat(faults).isEmpty();
    }

    /** What tells forms apart: where each leads, and its fields. One that was looked at on another page looks the same there. */
    private static Set<String> forms(String page) {
        return FORM.matcher(page)
                .results()
                .map(form -> Hands.action(form.group(1))
                        + NAME.matcher(form.group(2))
                                .results()
                                .map(MatchResult::group)
                                .collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }

    private static List<String> pages() {
        return Stream.concat(Pages.all(scene).stream(), Stream.of(proposal, proposal + "/wording"))
                .filter(path -> !path.contains("/wall"))
                .toList();
    }

    @Test
    void aTextAreaGrowsWithItsText() {
        try (var window = Window.of("lst.chef", Window.DESKTOP)) {
            for (var path : List.of(proposal + "/wording", "/incidents/" + scene.incident() + "/messages")) {
                window.open(path);
                for (var area : window.find("main .field > textarea").all()) {
                    if (!area.isVisible()) continue;
                    area.fill("En rad till\n".repeat(20));
                    assertThat(area.evaluate("each => each.scrollHeight - each.clientHeight"))
                            .as(path + " " + area.getAttribute("name"))
                            .isEqualTo(0);
                }
            }
        }
    }
}
