package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.samlad.access.AccessFact;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.scenes.Acts.Act;
import se.samlad.scenes.Acts.Row;
import se.samlad.scenes.Running.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No decision in another actor's name (A4): every address is tried by all who may not, as a program and by a form. */
class NobodysNameTest {

    private static final Set<Integer> REFUSED = Set.of(401, 403, 404, 409, 422);
    /** Takes what is no entry; an actor's own sign-in (see {@code oidc.OwnPeopleTest}); files (see {@link PaperTest}). */
    private static final Set<String> ELSEWHERE =
            Set.of("/journal/checkpoint/cosignatures", "/actors/*/sign-in", "/actors/*/sign-in/removal", "/papers/*");

    private static Running server;
    private static Journal journal;
    private static Map<String, Row> acts;
    private static Map<Boolean, Set<String>> addresses;

    @BeforeAll
    static void start() throws Exception {
        server = Running.apart(Ground.here().database(), Map.of());
        journal = server.part(Journal.class);
        acts = Acts.all(server);
        addresses = Map.of(true, found(true), false, found(false));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    /** The addresses of all handlers that act, with {@code /api} before them or without. */
    private static Set<String> found(boolean api) {
        var all = new TreeSet<String>();
        server.part(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((info, handler) -> {
            if (!info.getMethodsCondition().getMethods().contains(RequestMethod.POST) || !acts(handler)) return;
            info.getPatternValues().stream()
                    .filter(path -> path.startsWith("/api/") == api)
                    .map(path -> path.replaceFirst("^/api", "").replaceAll("\\{\\w+}", "*"))
                    .forEach(all::add);
        });
        all.removeAll(ELSEWHERE);
        all.removeIf(path -> path.startsWith("/duty/subscriptions")); // rota.page.SubscribedTest
        return all;
    }

    private static boolean acts(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(each -> each.getParameterType() == Acting.class);
    }

    @Test
    void everyAddressIsTried() {
        var all = new TreeSet<>(addresses.get(true));
        all.addAll(addresses.get(false));
        assertThat(acts.keySet()).isEqualTo(all);
    }

    @Test
    void whoMayNotIsRefusedAndWhoMayActsInItsOwnName_A4() {
        var wrong = new ArrayList<String>();
        acts.forEach((address, row) -> {
            if (addresses.get(true).contains(address)) tried(address, row, false, wrong);
            if (addresses.get(false).contains(address)) tried(address, row, true, wrong);
        });
        assertThat(wrong).isEmpty();
    }

    /** First by all who may not, and then, unchanged, by one who may: what refused the others was who they are. */
    private static void tried(String address, Row row, boolean form, List<String> wrong) {
        var act = row.ready().get();
        for (var function : Acts.CAST.keySet()) {
            if (row.mayDo(function)) continue;
            long before = journal.position();
            var answer = send(as(function), act, form, function);
            if (!REFUSED.contains(answer.status()) || !since(before).isEmpty())
                wrong.add(function + " may not " + address + " but " + answer.status());
        }
        long before = journal.position();
        var answer = send(as(row.right()), act, form, row.right());
        if (answer.status() / 100 > 3) wrong.add(row.right() + " may " + address + " but " + answer.status());
        else if (since(before).isEmpty() || !since(before).stream().allMatch(entry -> isBy(entry, row.right())))
            wrong.add(row.right() + " did " + address + " otherwise: " + since(before));
        var other = row.ready().get();
        for (var function : Acts.CAST.keySet()) {
            if (!row.mayDo(function)) continue;
            long then = journal.position();
            send(as(function), other, form, function);
            assertThat(since(then)).as(address).allMatch(entry -> isBy(entry, function));
        }
    }

    /** By form or by program, with what a form that was drawn for the function carries. */
    private static Answer send(Running.Account asking, Act act, boolean form, String drawnFor) {
        if (!form) {
            var request = asking.request(act.path(), "application/json")
                    .header("Samlad-Function", drawnFor)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(act.json().replace(",\"sure\":true", ""))); // asked of people
            return asking.send(request);
        }
        var fields = new StringJoiner("&");
        fields.add("as=" + drawnFor).add("once=" + UUID.randomUUID());
        flat("", new JsonMapper().readTree(act.json()), fields);
        return asking.send(asking.request(act.path().substring(4), "text/html")
                .header("Samlad-Function", drawnFor)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.toString())));
    }

    /** The fields of a form that says the same. */
    private static void flat(String name, JsonNode value, StringJoiner fields) {
        if (value.isObject())
            value.properties()
                    .forEach(each ->
                            flat(name.isEmpty() ? each.getKey() : name + "." + each.getKey(), each.getValue(), fields));
        else if (value.isArray())
            for (int i = 0; i < value.size(); i++)
                flat(value.get(i).isObject() ? name + "[" + i + "]" : name, value.get(i), fields);
        else fields.add(name + "=" + URLEncoder.encode(inAForm(value.asString()), StandardCharsets.UTF_8));
    }

    /** A browser's fields say what the clocks here show. */
    private static String inAForm(String text) {
        if (!text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:00Z")) return text;
        return Instant.parse(text)
                .atZone(ZoneId.of("Europe/Stockholm"))
                .toLocalDateTime()
                .toString();
    }

    private static Running.Account as(String function) {
        return server.by(Acts.CAST.get(function));
    }

    private static List<Entry> since(long position) {
        return journal.since(position, 1_000);
    }

    private static boolean isBy(Entry entry, String function) {
        return entry.by().account().equals(Acts.CAST.get(function))
                && (entry.by().actor() + "/" + entry.by().function()).equals(function);
    }

    /** Nothing is done by a form or a program that began while the function was held, and ends after it was taken. */
    @Test
    void nobodyActsInAFunctionThatWasTakenMeanwhile_A6() {
        var wrong = new ArrayList<String>();
        acts.forEach((address, row) -> {
            var act = row.ready().get();
            changed(new AccessFact.FunctionTaken(Acts.CAST.get(row.right()), actor(row), function(row)), row);
            try {
                for (boolean form : List.of(true, false)) {
                    if (!addresses.get(!form).contains(address)) continue;
                    long before = journal.position();
                    var answer = send(as(row.right()), act, form, row.right());
                    if (answer.status() != 403 || !since(before).isEmpty()) wrong.add(address + " " + answer.status());
                }
            } finally {
                changed(new AccessFact.FunctionGiven(Acts.CAST.get(row.right()), actor(row), function(row)), row);
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static String actor(Row row) {
        return row.right().split("/")[0];
    }

    private static String function(Row row) {
        return row.right().split("/")[1];
    }

    private static void changed(AccessFact fact, Row row) {
        var stream = Actors.stream(actor(row));
        var recorded = journal.record(
                new By(Actors.SYSTEM, actor(row), function(row)),
                null,
                facing -> List.of(Draft.on(stream, stream, fact, Labels.of("admin:" + actor(row)))));
        journal.await(recorded.position());
    }

    /** What a token is for is decided before anything else, at every address. */
    @Test
    void aProgramWithoutTheScopeDoesNothing_A4() {
        var programs = new TreeMap<String, Running.Account>();
        var wrong = new ArrayList<String>();
        acts.forEach((address, row) -> {
            var program = programs.computeIfAbsent(row.right(), function -> program(function, "READ"));
            var act = row.ready().get();
            for (boolean form : List.of(true, false)) {
                if (!addresses.get(!form).contains(address)) continue;
                long before = journal.position();
                var answer = send(program, act, form, row.right());
                if (answer.status() != 403 || !since(before).isEmpty()) wrong.add(address + " " + answer.status());
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatAProgramWritesIsItsOwnFunctions_A4() {
        var program = program("taby/tib", "REPORT");
        for (var address : List.of("/incidents", "/incidents/*/notes", "/incidents/*/reports", "/incidents/*/relays")) {
            var act = acts.get(address).ready().get();
            long before = journal.position();
            send(program, act, false, "taby/tib").expect(201);
            assertThat(since(before))
                    .isNotEmpty()
                    .allSatisfy(entry ->
                            assertThat(entry.by()).isEqualTo(new By(entry.by().account(), "taby", "tib")))
                    .allMatch(entry -> entry.by().account().startsWith("program-"));
            send(program, act, false, "taby/chef").expect(403);
        }
    }

    private static Running.Account program(String function, String scope) {
        var actor = function.split("/")[0];
        var token = server.by(actor.equals("ssr") ? "kansli" : actor + ".admin")
                .post(
                        "/api/actors/" + actor + "/programs",
                        "{\"function\":\"" + function.split("/")[1] + "\",\"purpose\":\"Prov\",\"scopes\":[\"" + scope
                                + "\"],\"until\":\"2099-01-01T10:00:00Z\"}")
                .expect(201)
                .json()
                .get("token")
                .asString();
        return new Running.Account(server, "Bearer " + token, HttpClient.newHttpClient());
    }

    /** Who acted held the function then, or came to hold it in that act, as by an invitation. */
    @Test
    void everyEntryIsOfAFunctionThatItsAccountHeld_A4() {
        acts.values().forEach(row -> row.ready().get());
        var held = new HashSet<String>();
        var all = journal.since(0, 1_000_000);
        assertThat(all).hasSizeGreaterThan(500);
        var wrong = new ArrayList<Entry>();
        int end;
        for (int i = 0; i < all.size(); i = end) {
            var first = all.get(i);
            boolean had = held.contains(holding(first));
            for (end = i; end < all.size() && isOneAct(first, all.get(end)); end++) fold(held, all.get(end));
            if (!had && !held.contains(holding(first)) && !first.by().account().equals(Actors.SYSTEM)) wrong.add(first);
        }
        assertThat(wrong).isEmpty();
    }

    private static String holding(Entry entry) {
        return entry.by().account() + " " + entry.by().actor() + "/"
                + entry.by().function();
    }

    private static boolean isOneAct(Entry first, Entry next) {
        return first.by().equals(next.by()) && first.recordedAt().equals(next.recordedAt());
    }

    private static void fold(Set<String> held, Entry entry) {
        if (entry.fact() instanceof AccessFact.FunctionGiven f)
            held.add(f.account() + " " + f.actor() + "/" + f.function());
        if (entry.fact() instanceof AccessFact.FunctionTaken f)
            held.remove(f.account() + " " + f.actor() + "/" + f.function());
    }
}
