package se.samlad.message;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samlad.access.NotThere;
import se.samlad.actor.RegionName;
import se.samlad.message.PublicMessages.Open;
import se.samlad.web.Languages;
import se.samlad.web.Say;
import se.samlad.web.Templates;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public documents, for readers who have not signed in. Serving one asks neither for the caller nor the database:
 * each document is rendered once per change and language, and kept as bytes. It is also rendered each hour, because a
 * withdrawn message is shown for a day.
 */
@RestController
class PublicController {

    static final Duration TAKEN_SHOWN = Duration.ofHours(24);
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final MediaType CAP = MediaType.parseMediaType("application/cap+xml;charset=UTF-8");
    private static final CacheControl CACHED =
            CacheControl.maxAge(Duration.ofSeconds(15)).cachePublic().staleIfError(Duration.ofDays(1));
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    i -> i.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .build();

    /** A message in JSON. @param updatedAt when a later version was published; null: there is only one version */
    record Item(
            UUID id,
            String title,
            String text,
            String audience,
            List<String> channels,
            Wording.@Nullable English english,
            OffsetDateTime publishedAt,
            @Nullable OffsetDateTime updatedAt,
            int version,
            boolean exercise) {
        static Item of(Open m) {
            var updated = m.issues().size() > 1 ? time(m.last().at()) : null;
            var w = m.wording();
            return new Item(
                    m.id(),
                    w.title(),
                    w.text(),
                    w.audience(),
                    w.channels(),
                    w.english(),
                    time(m.first().at()),
                    updated,
                    m.last().version(),
                    m.exercise());
        }

        private static OffsetDateTime time(Instant at) {
            return at.truncatedTo(ChronoUnit.SECONDS).atZone(Say.STOCKHOLM).toOffsetDateTime();
        }
    }

    /** A withdrawn message in JSON, for those who showed it. @param reason null: none was given */
    record Withdrawn(
            UUID id,
            String title,
            int version,
            OffsetDateTime withdrawnAt,
            @Nullable String reason,
            boolean exercise) {
        static Withdrawn of(Open m) {
            var taken = Objects.requireNonNull(m.taken());
            return new Withdrawn(
                    m.id(),
                    m.wording().title(),
                    m.last().version(),
                    Item.time(taken.at()),
                    taken.reason(),
                    m.exercise());
        }
    }

    /** @param withdrawn those that the page still tells of; they hold no longer */
    record Items(List<Item> messages, List<Withdrawn> withdrawn) {}

    private record Document(byte[] bytes, String tag) {
        static Document of(byte[] bytes) {
            try {
                var sha = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Document(bytes, '"' + HexFormat.of().formatHex(sha, 0, 16) + '"');
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private record Kept(PublicMessages from, Instant hour, RegionName region, Map<String, Document> documents) {}

    /** Reads no session here: a session cookie that the browser sends would be looked up in the database. */
    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class Anybody extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            var path = request.getRequestURI();
            return !path.equals("/public") && !path.startsWith("/public/");
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            chain.doFilter(new Bare(request), response);
        }
    }

    private static final class Bare extends HttpServletRequestWrapper {
        Bare(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Cookie @Nullable [] getCookies() {
            return null;
        }

        @Override
        public @Nullable String getHeader(String name) {
            boolean personal = name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("Cookie");
            return personal ? null : super.getHeader(name);
        }
    }

    private final Supplier<PublicMessages> messages;
    private final Languages languages;
    private final Templates templates;
    private final Senders senders;
    private final String host;
    private volatile @Nullable Kept kept;

    /** @param hosts the names under which Samlad is reached, separated by commas; the first is the public's */
    PublicController(
            Supplier<PublicMessages> messages,
            Languages languages,
            Templates templates,
            Senders senders,
            @Value("${samlad.host:}") String hosts) {
        this.messages = messages;
        this.languages = languages;
        this.templates = templates;
        this.senders = senders;
        this.host = hosts.split(",", -1)[0].strip();
    }

    /** @param lang {@code en} for English, else Swedish; the answer depends on nothing else, so caches can share it */
    @GetMapping("/public")
    ResponseEntity<byte[]> page(@RequestParam(defaultValue = "sv") String lang) {
        var language = lang.equals("en") ? "en" : "sv";
        return answer(HTML, "page." + language, m -> html(m, languages.in(language)));
    }

    @GetMapping("/public/messages.json")
    ResponseEntity<byte[]> json() {
        return answer(
                MediaType.APPLICATION_JSON,
                "json",
                m -> JSON.writeValueAsBytes(new Items(
                        m.out().stream().map(Item::of).toList(),
                        taken(m, languages.in("sv")).stream().map(Withdrawn::of).toList())));
    }

    @GetMapping("/public/messages/{id}.cap")
    ResponseEntity<byte[]> cap(@PathVariable UUID id, HttpServletRequest request) {
        if (messages.get().find(id).isEmpty()) throw new NotThere();
        Function<PublicMessages, byte[]> cap = m -> Cap.of(
                m.find(id).orElseThrow(NotThere::new),
                languages.in("sv"),
                languages.in("en"),
                page(request),
                new Cap.Where(senders.region(), senders.outline()));
        return host.isEmpty()
                ? answer(CAP, Document.of(cap.apply(messages.get()))) // says what each caller calls us: not kept
                : answer(CAP, id.toString(), cap);
    }

    /** The absolute address of the public page: by the name that was set, else by the one that the caller used. */
    private String page(HttpServletRequest request) {
        if (!host.isEmpty()) return "https://" + host + "/public";
        var asked = request.getRequestURL().toString();
        return asked.substring(0, asked.indexOf("/public/")) + "/public";
    }

    private ResponseEntity<byte[]> answer(MediaType type, String name, Function<PublicMessages, byte[]> render) {
        var now = kept();
        return answer(
                type,
                Objects.requireNonNull(
                        now.documents().computeIfAbsent(name, n -> Document.of(render.apply(now.from())))));
    }

    private static ResponseEntity<byte[]> answer(MediaType type, Document document) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CACHED)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*") // public: any site may show it
                .eTag(document.tag())
                .body(document.bytes());
    }

    private Kept kept() {
        var hour = languages.in("sv").now().truncatedTo(ChronoUnit.HOURS);
        var state = messages.get();
        var region = senders.region();
        var known = kept;
        if (known != null
                && known.from() == state
                && known.hour().equals(hour)
                && known.region().equals(region)) return known;
        var fresh = new Kept(state, hour, region, new ConcurrentHashMap<>());
        kept = fresh;
        return fresh;
    }

    private Map<UUID, String> senders(PublicMessages from, Say say) {
        return from.byId().values().stream().collect(Collectors.toMap(Open::id, m -> senders.name(m.by(), say)));
    }

    private static List<Open> taken(PublicMessages from, Say say) {
        return from.takenAfter(say.now().minus(TAKEN_SHOWN));
    }

    private byte[] html(PublicMessages from, Say say) {
        var output = new Utf8ByteOutput();
        templates.render(
                "message/public",
                Map.of(
                        "say",
                        say,
                        "county",
                        senders.region().county(say.language()),
                        "out",
                        from.out(),
                        "taken",
                        taken(from, say),
                        "senders",
                        senders(from, say)),
                output);
        var bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
