package se.samlad.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewers;
import se.samlad.journal.Journal;
import se.samlad.web.Asking;
import se.samlad.web.Errors;
import se.samlad.web.Languages;
import se.samlad.web.Malformed;
import se.samlad.web.Say;

/** The two kinds of stream: panels for pages, entries for programs. An open stream holds no thread. */
@Controller
class LiveController {

    private static final int PANELS_A_PAGE = 20;
    private final Hub hub;
    private final PageSubscriber.Shared shared;
    private final Errors errors;
    private final Asking asking;

    LiveController(Hub hub, Panels panels, Journal journal, Who who) {
        this.hub = hub;
        this.shared = new PageSubscriber.Shared(panels, journal, who.languages(), who.viewers());
        this.errors = who.errors();
        this.asking = who.asking();
    }

    /** What this controller needs of the request's caller: identity, language, errors. */
    @org.springframework.stereotype.Component
    record Who(Asking asking, Languages languages, Viewers viewers, Errors errors) {}

    @GetMapping("/live")
    void page(
            @RequestParam(name = "p", defaultValue = "") List<String> shown,
            Viewer viewer,
            Say say,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (viewer.function().isEmpty()) {
            errors.notSignedIn(request, response);
            return;
        }
        var subscriber = new PageSubscriber(shared, owner(request, viewer), say.language());
        var page = shown.stream()
                .limit(PANELS_A_PAGE)
                .map(PageSubscriber::parse)
                .filter(Objects::nonNull)
                .filter(s -> shared.panels().has(s.panel()))
                .toList();
        Client.open(response);
        if (isHead(request)) return;
        subscriber.client().send(PageSubscriber.hello(shared.journal()));
        subscriber.start(page);
        serve(subscriber, new Open(request, response, viewer), subscriber::refresh);
    }

    /** Server-sent events, one for each entry the caller may see, from now or after a cursor; 404 where there is none. */
    @io.swagger.v3.oas.annotations.Operation(
            summary = "Server-sent events: event 'entry' with an entry as data and its cursor as id; event 'reset'")
    @GetMapping(path = "/api/live")
    void entries(
            @RequestParam(required = false) @Nullable UUID incident,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (viewer.function().isEmpty()) {
            errors.notSignedIn(request, response);
            return;
        }
        if (incident != null && shared.journal().find(incident, viewer).isEmpty()) throw new NotThere();
        var cursor = last != null ? last : after;
        long from = cursor == null ? shared.journal().position() : position(cursor);
        var subscriber = new EntrySubscriber(shared, owner(request, viewer), incident, from);
        Client.open(response);
        if (isHead(request)) return;
        serve(subscriber, new Open(request, response, viewer), () -> subscriber.start(response.getOutputStream()));
    }

    /** A HEAD request opens no stream. */
    private static boolean isHead(HttpServletRequest request) {
        return request.getMethod().equals("HEAD");
    }

    private long position(String cursor) {
        OptionalLong position = shared.journal().cursors().position(cursor);
        return position.orElseThrow(() -> new Malformed("error.cursor", cursor));
    }

    private static Hub.Owner owner(HttpServletRequest request, Viewer viewer) {
        var session = request.getSession(false);
        return new Hub.Owner(viewer, session == null ? "" : session.getId());
    }

    /** A request that is answered by a stream. */
    private record Open(HttpServletRequest request, HttpServletResponse response, Viewer viewer) {}

    private interface Gap {
        void close() throws IOException;
    }

    /**
     * Adds the subscriber to the hub, then fetches once more, so that entries between the first read and the adding are
     * not missed. Rights that changed or a session that ended in between are checked once more too.
     */
    private void serve(Hub.Subscriber subscriber, Open open, Gap gap) throws IOException {
        hub.add(subscriber);
        boolean served = false;
        try {
            if (!caughtUp(subscriber, open, gap)) Hub.reset(subscriber);
            var context = open.request().startAsync();
            context.setTimeout(0);
            var jetty = ServletContextRequest.getServletContextRequest(open.request());
            subscriber.client().run(jetty.getServletContextResponse(), why -> {
                hub.remove(subscriber);
                // closing the connection ends a write that the client does not read
                if (why != null)
                    jetty.getConnectionMetaData().getConnection().getEndPoint().close(why);
                context.complete();
            });
            served = true;
        } finally {
            if (!served) hub.remove(subscriber);
        }
    }

    private boolean caughtUp(Hub.Subscriber subscriber, Open open, Gap gap) throws IOException {
        try {
            if (!subscriber.sights().stillSinceRead(subscriber.streams())) return false;
            if (!asking.stillActs(open.request(), subscriber.session(), open.viewer())) return false;
            gap.close();
            return true;
        } catch (NotThere e) {
            return false;
        }
    }
}
