package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** How somebody uses a page: its plain forms where no script has come, or with script by the keyboard alone. */
enum Hands {
    WITHOUT_SCRIPT {
        @Override
        Hand in(Window window) {
            return new PlainHand(window);
        }
    },
    KEYBOARD {
        @Override
        Hand in(Window window) {
            return new KeyboardHand(window);
        }
    };

    private static final Map<Hands, Map<String, Hand>> KNOWN = new EnumMap<>(Hands.class);
    private static final Set<String> WRITTEN = new HashSet<>();

    abstract Hand in(Window window);

    /** A hand of the account's, in a window that is kept for the tests to come. */
    Hand of(String account) {
        return KNOWN.computeIfAbsent(this, h -> new HashMap<>()).computeIfAbsent(account, this::signedIn);
    }

    /** In a window of its own, which the test closes: for what ends the session. */
    Hand signedIn(String account) {
        var window = Window.of(account, Window.DESKTOP, "sv-SE", ColorScheme.LIGHT, this == KEYBOARD);
        return watched(window.drawnSmall());
    }

    /** What the window writes from now on is noted down. */
    Hand watched(Window window) {
        window.page().onResponse(response -> {
            boolean taken = response.status() / 100 == 3;
            if (taken && response.request().method().equals("POST")) WRITTEN.add(action(response.url()));
        });
        return in(window);
    }

    /** A form's address with a star for each id. */
    static String action(String url) {
        return URI.create(url)
                .getPath()
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "*")
                .replaceFirst("^/actors/[a-z-]+/", "/actors/*/")
                .replaceFirst("^/conference-kinds/[A-Z_]+", "/conference-kinds/*")
                .replaceFirst("^/plan/[0-9]+/", "/plan/*/")
                .replaceFirst("^/prepared/[a-z0-9-]+/", "/prepared/*/")
                .replaceFirst("^/capabilities/years/[0-9]+", "/capabilities/years/*")
                .replaceFirst("^/capabilities/[a-z0-9-]+/assessments", "/capabilities/*/assessments")
                .replaceFirst("^/standing-forums/[a-z0-9-]+", "/standing-forums/*")
                .replaceFirst("/functions/[a-z-]+/", "/functions/*/")
                .replaceFirst("/(holders|programs)/[^/]+/", "/$1/*/");
    }

    /** What has been sent and taken since {@link #forget}. */
    static Set<String> written() {
        return WRITTEN;
    }

    static void forget() {
        WRITTEN.clear();
    }

    /** Nobody listens any longer in the windows that are kept: they are led to a page that does not, by the same process. */
    static void rest() {
        for (var hands : KNOWN.values()) for (var hand : hands.values()) hand.rest();
    }

    /** One who fills in, chooses and presses. Selectors name fields, buttons, links and what is folded. */
    abstract static class Hand implements AutoCloseable {

        final Window window;
        private boolean isOut;

        Hand(Window window) {
            this.window = window;
        }

        Hand open(String path) {
            isOut = true;
            window.open(path);
            return this;
        }

        private void rest() {
            if (isOut) window.open("/health");
            isOut = false;
        }

        /** In place of what the field holds. */
        abstract Hand write(String field, String text);

        /** A field of a day. */
        abstract Hand write(String field, LocalDate day);

        /** A field of day and time. */
        abstract Hand write(String field, LocalDateTime time);

        /** A radio or a checkbox. */
        abstract Hand choose(String input);

        /** A rail of time to its left end, and the picture asked for. */
        abstract Hand first(String rail);

        abstract Hand pick(String select, String value);

        /** A button or a link that leads to another page, or to the same anew; waits until that is there. */
        Hand press(String button) {
            window.page().evaluate("() => document.body.setAttribute('data-left', '')");
            push(button);
            find("html:not([aria-busy]) > body:not([data-left])").waitFor();
            return this;
        }

        /** A button that stays on the page. */
        abstract Hand push(String button);

        /** The element that folds, where it is not open already. */
        abstract Hand unfold(String details);

        /** A file, as if it had been chosen in the system's own window. */
        Hand attach(String field, String name, byte[] file) {
            find(field).setInputFiles(new FilePayload(name, "application/octet-stream", file));
            return this;
        }

        Locator find(String selector) {
            return window.find(selector).first();
        }

        Hand sees(String selector, String text) {
            window.sees(selector, text);
            return this;
        }

        /** The id in the address of the page. */
        UUID there() {
            var id = Pattern.compile("/([0-9a-f-]{36})").matcher(window.page().url());
            assertThat(id.find()).as(window.page().url()).isTrue();
            return UUID.fromString(id.group(1));
        }

        boolean isOpen(String details) {
            return find(details).getAttribute("open") != null;
        }

        void holds(String field, String value) {
            assertThat(find(field).inputValue()).isEqualTo(value);
        }

        @Override
        public void close() {
            window.close();
        }
    }
}
