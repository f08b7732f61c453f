package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Once;

/** Every edit, and every act that vouches for a text, says which version it was drawn from; or this says why it needs not. */
class DrawnFromTest {

    /** What is written there changes nothing that others may have changed meanwhile, and vouches for no text. */
    private static final Map<String, String> NOTHING_DRAWN = Map.ofEntries(
            entry("/incidents", "a new thing"),
            entry("/actors", "a new thing"),
            entry("/actors/*/forgotten", "happens once, to what holds nothing any more"),
            entry("/actors/*/functions/*/holders", "gives what is not held; held already is refused"),
            entry("/actors/*/functions/*/holders/*/ending", "happens once"),
            entry("/actors/*/functions/*/holders/*/term", "says until when, whatever was said before"),
            entry("/actors/*/invitations", "a new thing"),
            entry("/actors/*/programs", "a new thing"),
            entry("/actors/*/programs/*/ending", "happens once"),
            entry("/actors/*/sign-in/removal", "happens once"),
            entry("/actors/*/sign-outs", "ends what is open, whatever that is"),
            entry("/actors/*/ways-in", "a new thing"),
            entry("/duty/hand-overs", "a new thing"),
            entry("/duty/hand-overs/*/keeping", "happens once, to what is never changed"),
            entry("/duty/hand-overs/*/taking", "happens once, to what is never changed"),
            entry("/duty/calendars", "a new thing"),
            entry("/duty/calendars/*/revocation", "happens once"),
            entry("/duty/imports", "a new thing; where somebody is planned already is left out, or said to be meant"),
            entry("/duty/needs", "says what is needed, whatever was said before"),
            entry("/duty/shifts", "a new thing; where somebody is planned already is refused, or said to be meant"),
            entry("/duty/shifts/*/removal", "says from when it holds no more, whatever was taken away before"),
            entry("/duty/subscriptions", "a new thing"),
            entry("/duty/subscriptions/*/emptying", "refused where the calendar is not empty"),
            entry("/duty/subscriptions/*/ending", "happens once"),
            entry("/duty/swaps", "a new thing"),
            entry("/duty/swaps/*/acceptance", "answers a question, which is never changed; another plan is refused"),
            entry("/duty/swaps/*/refusal", "answers a question, which is never changed"),
            entry("/duty/swaps/*/withdrawal", "happens once, to what is never changed"),
            entry("/duty/vouchings", "a new thing"),
            entry("/duty/vouchings/*/ending", "happens once"),
            entry("/duty/vouchings/*/review", "happens once, to what is over"),
            entry("/invitations/*/renewal", "makes another link, whatever there was before"),
            entry("/invitations/*/withdrawal", "happens once"),
            entry("/incidents/*/notes", "a new row"),
            entry("/incidents/*/relays", "a new row"),
            entry("/incidents/*/messages", "a new thing"),
            entry("/incidents/*/forums", "a new thing"),
            entry("/incidents/*/clock", "a clock goes forward only, and its rule says so"),
            entry("/incidents/*/answer", "answers the signal, which is never changed"),
            entry(
                    "/incidents/*/concerns",
                    "names one actor and how it is affected; the form shows no earlier weighing"),
            entry("/incidents/*/joining", "adds a link"),
            entry("/incidents/*/initiation", "a new request"),
            entry("/incidents/*/initiation/answer", "answers a request, which is never changed"),
            entry("/forums/*/initiation", "a new request"),
            entry("/forums/*/composition", "says a difference; who is in or out already is refused"),
            entry("/forums/*/acknowledgement", "answers a call, which is never changed"),
            entry("/calls/*/acknowledgement", "answers a call, which is never changed"),
            entry("/calls/*/outcome", "a new note"),
            entry("/calls/*/skipping", "says which step it saw; where another runs it is refused"),
            entry("/calls/*/place", "says where the actor is, whatever was said before"),
            entry("/calls/*/numbers", "says that somebody looks"),
            entry("/alarm-plans", "a new thing"),
            entry("/alarm-plans/*/withdrawal", "happens once; a later version is used again"),
            entry("/trials", "a new thing"),
            entry("/trials/*/answer", "answers a test, which is never changed"),
            entry("/trial-day", "says which day, whatever was said before"),
            entry("/incidents/*/alarm-plan", "says which, whatever was chosen before"),
            entry("/incidents/*/calls-kept-in", "one of two; the one that holds is refused"),
            entry("/forums/*/gathering", "happens once"),
            entry("/forums/*/raising", "happens once"),
            entry("/forums/*/closing", "happens once"),
            entry("/forums/*/guests", "a new thing"),
            entry("/agreement/documents", "a new version, beside those before"),
            entry("/agreement/prices", "says what holds from a year on, whatever was said before"),
            entry("/agreement/shares", "likewise"),
            entry("/agreement/outcomes", "likewise, of one year"),
            entry("/papers/*", "a new thing"),
            entry("/papers/*/withdrawal", "happens once"),
            entry("/cases", "a new thing"),
            entry("/cases/*/same", "says something of one's own; the latest counts"),
            entry("/cases/*/experience", "likewise"),
            entry("/cases/*/examination", "happens once in each round"),
            entry("/cases/*/project", "happens once"),
            entry("/cases/*/report", "a new report; the latest is valued"),
            entry("/cases/*/follow-up", "a new one beside the earlier"),
            entry("/cases/*/ending", "happens once"),
            entry("/cases/*/merging", "happens once"),
            entry("/cases/*/resting", "happens once until it is taken up again"),
            entry("/cases/*/resumption", "likewise"),
            entry("/standing-forums", "a new thing"),
            entry("/meetings", "a new thing"),
            entry("/meetings/*/points", "a new line"),
            entry("/meetings/*/attendance", "says how an actor takes part, whatever was said before"),
            entry("/meetings/*/notes", "a new line"),
            entry("/meetings/*/decisions", "likewise"),
            entry("/meetings/*/dissent", "likewise"),
            entry("/meetings/*/undertakings", "likewise"),
            entry("/meetings/*/own-word", "says of one's own what holds, whatever was said before"),
            entry("/meetings/*/carried-out", "says one of two; the one that holds is refused"),
            entry("/meetings/*/calling-off", "happens once"),
            entry("/meetings/*/closing", "happens once"),
            entry("/meetings/*/home", "happens once"),
            entry("/forums/*/conferences", "a new thing"),
            entry("/conferences/*/reminder", "says something to others"),
            entry("/conferences/*/calling-off", "happens once"),
            entry("/conferences/*/opening", "happens once"),
            entry("/conferences/*/attendance", "says how an actor takes part, whatever was said before"),
            entry("/conferences/*/step", "says which step, whatever it was before"),
            entry("/conferences/*/roles", "says who has the role, whoever had it before"),
            entry("/conferences/*/lines", "a new line"),
            entry("/conferences/*/reports", "likewise"),
            entry("/conferences/*/notes", "likewise"),
            entry("/conferences/*/needs", "likewise"),
            entry("/conferences/*/decisions", "likewise"),
            entry("/conferences/*/measures", "likewise"),
            entry("/conferences/*/own-word", "happens once, to what is never changed"),
            entry("/conferences/*/closing", "happens once"),
            entry("/conferences/*/confirmation", "happens once, to what is never changed"),
            entry("/conferences/*/home", "likewise"),
            entry("/forums/*/staff", "a new thing"),
            entry("/incidents/*/resource-needs", "a new thing"),
            entry("/resource-needs/*/answers", "the actor's own answer, whatever it said before"),
            entry("/resource-needs/*/ranking", "a place with its reason, beside the one before; the need is guarded"),
            entry("/resource-needs/*/promises", "adds to what the actor itself promises"),
            entry("/resource-needs/*/acceptance", "takes no more than is promised and needed then"),
            entry("/resource-needs/*/departures", "says of so many where they are; more than there are is refused"),
            entry("/resource-needs/*/arrivals", "says of so many where they are; more than there are is refused"),
            entry("/resource-needs/*/returns", "says of so many where they are; more than there are is refused"),
            entry("/resource-needs/*/recall", "asks for what is the actor's own"),
            entry("/resource-needs/*/breach", "takes from what the actor itself promises; more than that is refused"),
            entry("/resource-needs/*/ending", "happens once"),
            entry("/staffs/*/presence", "says of oneself where one is, whatever was said before"),
            entry("/staffs/*/hand-over", "a new note; who is in the post is asked"),
            entry("/staffs/*/closing", "happens once"),
            entry("/watch/notes", "a new thing"),
            entry("/watch/notes/*/need", "says something of one's own, whatever the note says"),
            entry("/watch/notes/*/ending", "happens once"),
            entry("/events", "a new thing"),
            entry("/editions", "a new thing, with a number of its own"),
            entry("/events/*/calling-off", "happens once"),
            entry("/events/*/planning", "happens once"),
            entry("/questions", "a new thing"),
            entry("/questions/*/answers", "replaces one's own answer whole; the earlier one stays beside it"),
            entry("/questions/*/reminder", "says something to others"),
            entry("/questions/*/time", "says until when, whatever was said before"),
            entry("/questions/*/closing", "happens once"),
            entry("/questions/*/outsiders", "a new thing"),
            entry("/questions/*/outsiders/*/ending", "happens once"),
            entry("/forums/*/admissions", "a new thing"),
            entry("/guests/*/confirmation", "happens once"),
            entry("/guests/*/denial", "happens once"),
            entry("/guests/*/renewal", "says how long from now, whatever was said before"),
            entry("/guests/*/revocation", "happens once"),
            entry("/outside-signals/*/incident", "happens once, to what is never changed"),
            entry("/outside-signals/*/joining", "happens once, to what is never changed"),
            entry("/outside-signals/*/dismissal", "happens once, to what is never changed"),
            entry("/entries/*/disposal", "an entry is never changed"),
            entry("/journal/checkpoint/cosigners", "a new thing"),
            entry("/journal/checkpoint/cosigners/*/ending", "happens once"));

    /** Forms that are drawn from an earlier text only sometimes. */
    private static final Map<String, String> SOMETIMES = Map.of(
            "/agreement/signatures",
                    "an actor's own; the secretariat's note is refused where the actor has said so itself",
            "/agreement/accessions", "likewise",
            "/agreement/departures", "likewise",
            "/incidents/*/log", "a row is drawn from nothing; a report, where it was begun from the last one",
            "/incidents/*/directions", "only a new version of an earlier one",
            "/incidents/*/reports", "only where there is a report to confirm",
            "/actors/*/functions/*/paths", "only where something was said of it before");

    private static final Pattern FORM =
            Pattern.compile("<form\\b[^>]*?action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);

    private record Found(String account, String action, Map<String, String> hidden) {}

    private static Map<String, HandlerMethod> verbs() {
        var verbs = new TreeMap<String, HandlerMethod>();
        Running.server()
                .part(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, handler) -> {
                    if (!info.getMethodsCondition().getMethods().contains(RequestMethod.POST)) return;
                    if (!takes(handler, Once.class)) return;
                    info.getPatternValues().stream()
                            .filter(path -> !path.startsWith("/api/"))
                            .forEach(path -> verbs.put(path.replaceAll("\\{\\w+}", "*"), handler));
                });
        return verbs;
    }

    private static boolean takes(HandlerMethod handler, Class<?> what) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(each -> each.getParameterType() == what);
    }

    private static Set<String> drawn() {
        return verbs().entrySet().stream()
                .filter(verb -> takes(verb.getValue(), DrawnFrom.class))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyAddressThatIsWrittenToIsDrawnFromAVersionOrSaysWhyNot() {
        var without = new TreeSet<>(verbs().keySet());
        without.removeAll(drawn());
        assertThat(without).isEqualTo(new TreeSet<>(NOTHING_DRAWN.keySet()));
    }

    /** Each with another version than the one that holds: refused, and nothing recorded. */
    @Test
    void everySuchFormCarriesItsVersionAndIsRefusedWithAnother() {
        var forms = forms();
        var addresses = drawn();
        addresses.remove("/incidents/*/log");
        assertThat(forms.keySet()).containsAll(addresses);
        for (var form : forms.values()) {
            if (!addresses.contains(Hands.action(form.action()))) continue;
            var other = new java.util.LinkedHashMap<>(form.hidden());
            assertThat(other.put("drawn", UUID.randomUUID().toString()))
                    .as(form.toString())
                    .isNotNull();
            long before = Running.server().part(Journal.class).position();
            var answer = Visitor.of(form.account()).post(form.action(), other);
            assertThat(answer.status()).as(form + answer.body()).isEqualTo(409);
            assertThat(Running.server().part(Journal.class).position())
                    .as(form.action())
                    .isEqualTo(before);
        }
    }

    /** One form for each address, of those that are drawn from something. */
    private static Map<String, Found> forms() {
        var scene = Prepared.incident("Is med alla versioner");
        var found = new TreeMap<String, Found>();
        for (var account : List.of(
                "lst.tib", "lst.chef", "taby.tib", "polisen.tib", "polisen.chef", "komm", "kansli", "taby.admin"))
            for (var path : pages(scene)) {
                var page = Running.as(account).page(path).body();
                FORM.matcher(page).results().forEach(form -> {
                    var action = Hands.action(form.group(1));
                    if (!drawn().contains(action)) return;
                    var hidden = Visitor.hidden(form.group(), "<form");
                    boolean has = hidden.containsKey("drawn");
                    assertThat(has || SOMETIMES.containsKey(action))
                            .as("%s as %s: %s carries its version", path, account, action)
                            .isTrue();
                    if (has) found.putIfAbsent(action, new Found(account, form.group(1), hidden));
                });
            }
        return found;
    }

    private static List<String> pages(Prepared scene) {
        var base = "/api/incidents/" + scene.incident();
        var draft =
                post("taby.tib", base + "/messages", "{\"title\":\"a\",\"text\":\"b\",\"audience\":\"Allmänheten\"}");
        var agreed =
                post("taby.tib", base + "/messages", "{\"title\":\"c\",\"text\":\"d\",\"audience\":\"Allmänheten\"}");
        for (var step : List.of("check", "agreement")) post("komm", base + "/messages/" + agreed + "/" + step, "{}");
        var proposal = post("lst.chef", base + "/directions", "{\"aim\":\"Ingen ska frysa\"}");
        var more = new ArrayList<>(List.of("/directions/" + proposal, "/directions/" + proposal + "/wording"));
        for (var message : List.of(draft, agreed))
            more.add("/incidents/" + scene.incident() + "/messages?m=" + message);
        post("taby.admin", "/api/actors/taby/sign-in", "{\"issuer\":\"https://taby.example\",\"client\":\"samlad\"}");
        more.add("/actors/taby/sign-in");
        var need = post("taby.tib", base + "/notes", "{\"kind\":\"NEED\",\"text\":\"Sand\"}");
        for (var row : List.of(scene.note(), need)) more.add("/reports/" + row + "/correction");
        more.add("/incidents/" + scene.incident() + "/direction/propose?from=" + scene.direction());
        ActsOnAgreement.ready(Running.server(), 2043);
        more.add("/agreement/fees?year=2043");
        var meeting = ActsOnMeetings.some();
        var point = post("taby.tib", "/api/meetings/" + meeting + "/points", "{\"title\":\"Sand\"}");
        more.add("/meetings/" + meeting + "?line=" + point);
        more.add("/meetings/" + ActsOnMeetings.called("kansli", "samordningsgruppen", Instant.now()));
        var closed = ActsOnMeetings.some();
        post("kansli", "/api/meetings/" + closed + "/closing", "{\"adjusters\":[\"taby\"]}");
        more.add("/meetings/" + closed);
        var reported = "examination proposal decision project report";
        for (var steps : List.of("examination", "examination proposal", reported))
            more.add("/cases/" + CaseTest.after(steps));
        return Stream.concat(Pages.all(scene).stream(), more.stream()).toList();
    }

    private static UUID post(String account, String path, String json) {
        return Running.as(account).post(path, json).expect(201).id();
    }
}
