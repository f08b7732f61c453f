package se.samlad.outside;

import gg.jte.output.Utf8ByteOutput;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.journal.Once;
import se.samlad.journal.Refused;
import se.samlad.web.Form;
import se.samlad.web.FormKey;
import se.samlad.web.Languages;
import se.samlad.web.Say;
import se.samlad.web.Templates;
import se.samlad.web.Typed;

/**
 * The public page on which an organisation signals without signing in (I1): no script, no cookie. It answers the same
 * whatever goes on; only when too many wait it says whom to ring.
 */
@RestController
class PublicSignal {

    static final String PATH = "/public/signal";
    private static final String FORM = "signal";
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final Pattern CODE = Pattern.compile("[0-9A-F]{4}-[0-9A-F]{4}");
    private static final int FULL = 503;
    private static final int TOO_MANY = 429;
    private static final int MISTAKE = 422;

    /** Of one address: what an operator's several desks may need at once. Of all together: what a duty officer can read. */
    private static final Flood.Rate OF_ONE = new Flood.Rate(10, Duration.ofMinutes(1));

    private static final Flood.Rate OF_ALL = new Flood.Rate(30, Duration.ofSeconds(20));

    private final Signals signals;
    private final SignalKey keys;
    private final Languages languages;
    private final Templates templates;
    private final String phone;
    private final Flood flood = new Flood(OF_ONE, OF_ALL, TimeMeter.SYSTEM_NANOTIME);

    /** @param phone the number of the county's duty officer; empty: none is set */
    PublicSignal(
            Signals signals,
            SignalKey keys,
            Languages languages,
            Templates templates,
            @Value("${samlad.duty-phone:}") String phone) {
        this.signals = signals;
        this.keys = keys;
        this.languages = languages;
        this.templates = templates;
        this.phone = phone.strip();
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> page(@RequestParam(defaultValue = "sv") String lang) {
        var say = languages.in(language(lang));
        return form(say, keys.drawn(say.now()), Typed.NOTHING, 200);
    }

    private static String language(@Nullable String asked) {
        return "en".equals(asked) ? "en" : "sv";
    }

    @PostMapping(value = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> send(HttpServletRequest request) {
        var say = languages.in(language(request.getParameter("lang")));
        var id = keys.id(request.getParameter("once"), say.now());
        try {
            var receipt = id.map(PublicSignal::code).orElse("");
            var said = Receiving.signal(typed(request), receipt);
            if (id.isEmpty()) return again(request, say, new Refused("outside.send-again"), MISTAKE);
            if (!flood.lets(request.getRemoteAddr())) return again(request, say, ring("outside.too-many"), TOO_MANY);
            signals.receive(said, new Once(id.get(), digest(said)));
            return received(receipt, say);
        } catch (Refused no) {
            boolean full = no.key().equals("outside.full");
            return again(request, say, full ? ring(no.key()) : no, full ? FULL : no.status());
        }
    }

    private Refused ring(String key) {
        return phone.isEmpty() ? new Refused(key) : new Refused(key + "-ring", phone);
    }

    private static Receiving.Typed typed(HttpServletRequest request) {
        return new Receiving.Typed(
                request.getParameter("organisation"),
                request.getParameter("function"),
                request.getParameter("number"),
                request.getParameter("happened"));
    }

    /** Short enough to be read out. */
    private static String code(UUID id) {
        var hex = HexFormat.of().withUpperCase().toHexDigits(id.getMostSignificantBits());
        return hex.substring(0, 4) + "-" + hex.substring(4, 8);
    }

    private static String digest(OutsideFact.Signalled said) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest((PATH + said).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Led to by a redirect, so that reading the page again sends nothing again. */
    private static ResponseEntity<byte[]> received(String receipt, Say say) {
        return ResponseEntity.status(303)
                .header(HttpHeaders.LOCATION, PATH + "/received?code=" + receipt + "&lang=" + say.language())
                .cacheControl(CacheControl.noStore())
                .build();
    }

    @GetMapping(PATH + "/received")
    ResponseEntity<byte[]> received(
            @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "sv") String lang) {
        var say = languages.in(language(lang));
        var known = CODE.matcher(code).matches() ? code : "";
        return answer("outside/received", Map.of("say", say, "code", known, "phone", phone), 200);
    }

    private ResponseEntity<byte[]> again(HttpServletRequest request, Say say, Refused why, int status) {
        boolean unused = why.field().isPresent() || why.key().equals("outside.send-again");
        var key = unused ? keys.kept(request.getParameter("once"), say.now()) : keys.drawn(say.now());
        return form(say, key, Typed.refused(FORM, request, why, say), status);
    }

    private ResponseEntity<byte[]> form(Say say, String key, Typed typed, int status) {
        var form = new Form(FORM, PATH, new FormKey(key, ""), typed);
        return answer("outside/signal", Map.of("say", say, "form", form, "phone", phone), status);
    }

    private ResponseEntity<byte[]> answer(String template, Map<String, Object> model, int status) {
        var output = new Utf8ByteOutput();
        templates.render(template, model, output);
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(output.toByteArray());
    }
}
