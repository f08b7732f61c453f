package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** With no mouse: what can't be reached by Tab and worked by keys is not there. */
final class KeyboardHand extends Hands.Hand {

    private static final int FAR = 250;
    private static final int TYPED = 2;

    /** Where the wanted one stands: it has the focus, or it comes after what has it, or before. Radios are one stop. */
    private static final String WHERE = """
            s => {
              const now = document.activeElement, wanted = document.querySelector(s);
              const group = wanted?.type === "radio" && now.type === "radio" && now.name === wanted.name && now.form === wanted.form;
              if (now === wanted || group) return "here";
              return now !== document.body && now.compareDocumentPosition(wanted) & 2 ? "before" : "after";
            }""";

    KeyboardHand(Window window) {
        super(window);
    }

    private Keyboard keys() {
        return window.page().keyboard();
    }

    private String where(String selector) {
        return (String) window.page().evaluate(WHERE, selector);
    }

    /** About how many stops lie before the wanted one; the last of them are gone one by one. */
    private static final String STOPS = """
            s => {
              const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
                .filter(each => each.tabIndex >= 0 && !each.disabled && each.checkVisibility()
                  && !(each.type === "radio" && !each.checked && each.form?.elements[each.name]?.value));
              const now = stops.indexOf(document.activeElement), wanted = stops.indexOf(document.querySelector(s));
              return wanted > now ? wanted - now : 0;
            }""";

    private void tabTo(String selector) {
        find(selector).waitFor();
        int stops = (int) window.page().evaluate(STOPS, selector);
        for (int i = 3; i < stops; i++) keys().press("Tab");
        var where = where(selector);
        for (int i = 0; i < FAR && !where.equals("here"); i++) {
            keys().press(where.equals("before") ? "Shift+Tab" : "Tab");
            where = where(selector);
        }
        assertThat(where).as("%s is reached by Tab", selector).isEqualTo("here");
    }

    private boolean isFocused(String selector) {
        return (boolean) window.page().evaluate("s => document.activeElement === document.querySelector(s)", selector);
    }

    @Override
    Hands.Hand write(String field, String text) {
        tabTo(field);
        keys().press("Control+A");
        keys().type(text.substring(0, Math.min(text.length(), TYPED)));
        if (text.length() > TYPED) keys().insertText(text.substring(TYPED)); // as a keyboard of a phone does
        holds(field, text);
        return this;
    }

    @Override
    Hands.Hand write(String field, LocalDate day) {
        tabTo(field);
        keys().type(DateTimeFormatter.ofPattern("MMdduuuu", Locale.US).format(day));
        holds(field, day.toString());
        return this;
    }

    @Override
    Hands.Hand write(String field, LocalDateTime time) {
        tabTo(field);
        keys().type(DateTimeFormatter.ofPattern("MMdduuuu", Locale.US).format(time));
        keys().press("ArrowRight");
        keys().type(DateTimeFormatter.ofPattern("hhmma", Locale.US).format(time));
        holds(field, time.toString());
        return this;
    }

    @Override
    Hands.Hand choose(String input) {
        tabTo(input);
        for (int i = 0; i < FAR && !isFocused(input); i++) keys().press("ArrowDown");
        if (!find(input).isChecked()) keys().press("Space");
        assertThat(find(input).isChecked()).as("%s is chosen by key", input).isTrue();
        return this;
    }

    @Override
    Hands.Hand first(String rail) {
        tabTo(rail);
        keys().press("Home");
        return this;
    }

    @Override
    Hands.Hand pick(String select, String value) {
        tabTo(select);
        keys().press("Home");
        for (int i = 0; i < FAR && !find(select).inputValue().equals(value); i++) keys().press("ArrowDown");
        holds(select, value);
        return this;
    }

    @Override
    Hands.Hand push(String button) {
        tabTo(button);
        keys().press("Enter");
        return this;
    }

    @Override
    Hands.Hand unfold(String details) {
        if (isOpen(details)) return this;
        tabTo(details + " > summary");
        keys().press("Enter");
        assertThat(isOpen(details)).as("%s is unfolded", details).isTrue();
        return this;
    }
}
