package se.samlad.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;
import se.samlad.journal.Once;
import se.samlad.journal.Refused;
import se.samlad.web.Argument;
import se.samlad.web.Form;
import se.samlad.web.FormKey;
import se.samlad.web.Languages;
import se.samlad.web.Say;
import se.samlad.web.Typed;

/**
 * The browser of somebody without an account who comes by a link: which links were opened in it, what it sends, and what it
 * is shown. Handlers of guests' pages take it as parameter, and their templates get {@code say}.
 */
public final class GuestBrowser {

    private final GuestLinks links;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final ModelMap model;
    private final Say say;

    private GuestBrowser(
            GuestLinks links, HttpServletRequest request, HttpServletResponse response, ModelMap model, Say say) {
        this.links = links;
        this.request = request;
        this.response = response;
        this.model = model;
        this.say = say;
    }

    /** An id as it stands in a link or a hidden field; empty for anything else. */
    public static Optional<UUID> id(@Nullable String text) {
        try {
            return text == null || text.length() != 36 ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public Say say() {
        return say;
    }

    /** Whether the guest's link was opened in it. */
    public boolean isBoundTo(UUID guest) {
        return links.isHere(guest, secret());
    }

    /** Whether the secret is that of the guest's link. */
    public boolean hasKey(UUID guest, String key) {
        return links.isLink(guest, key);
    }

    /** Binds the guest's link to it, where no other one has opened it. @param opened records that the link is open */
    GuestLinks.Opening open(UUID guest, String key, Runnable opened) {
        var own = links.browser(secret());
        var opening = links.open(guest, key, own);
        if (opening == GuestLinks.Opening.HERE) {
            opened.run();
            links.give(own, request, response);
        }
        return opening;
    }

    private @Nullable String secret() {
        var cookie = WebUtils.getCookie(request, GuestLinks.COOKIE);
        return Optional.ofNullable(cookie).map(Cookie::getValue).orElse(null);
    }

    /** The text of a field; null: it was not sent. */
    public @Nullable String sent(String field) {
        return request.getParameter(field);
    }

    /** What was typed into the form. */
    public Typed typed(String form) {
        return Typed.sent(form, request);
    }

    /** The key of what was sent. Sent again unchanged it is the same; a form without a key of its own is always a new one. */
    public Once once() {
        var body = new StringBuilder(request.getRequestURI());
        request.getParameterMap()
                .forEach((name, each) ->
                        body.append('\n').append(name).append('=').append(String.join(",", each)));
        var digest = UUID.nameUUIDFromBytes(body.toString().getBytes(StandardCharsets.UTF_8));
        return new Once(id(sent("once")).orElseGet(UUID::randomUUID), digest.toString());
    }

    /** What was typed into the form, and why it is refused. The answer has the refusal's status. */
    public Typed refused(String form, Refused why) {
        response.setStatus(why.status());
        return Typed.refused(form, request, why, say);
    }

    /** Gives a value to the template. */
    public void put(String name, @Nullable Object value) {
        model.addAttribute(name, value);
    }

    /** Gives the template its {@code form}, with a key of its own. No cache keeps the page. @param page its path */
    public void putForm(String name, String page, Typed typed) {
        keepNothing();
        put("form", new Form(name, page, new FormKey(UUID.randomUUID().toString(), ""), typed));
    }

    /** The template that says why the guest is turned away. No cache keeps the page. */
    String turnAway(int status, String title, String why, String heading, String typed) {
        response.setStatus(status);
        keepNothing();
        put("title", say.text(title));
        put("why", say.text(why));
        put("heading", say.text(heading));
        put("typed", typed);
        return "session/turned-away";
    }

    private void keepNothing() {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Gives handlers a {@link GuestBrowser}. */
    @Component
    static final class Given extends Argument<GuestBrowser> {

        private final GuestLinks links;
        private final Languages languages;

        Given(GuestLinks links, Languages languages) {
            super(GuestBrowser.class);
            this.links = links;
            this.languages = languages;
        }

        @Override
        protected GuestBrowser of(
                HttpServletRequest request, HttpServletResponse response, ModelAndViewContainer page) {
            var say = languages.of(request);
            page.addAttribute("say", say);
            return new GuestBrowser(links, request, response, page.getModel(), say);
        }
    }
}
