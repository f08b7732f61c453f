package se.samlad.scenes;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.samlad.web.Offer;
import se.samlad.web.Offers;

/** A new form is written to by hand, and a new page is looked at, or this says so. */
class NothingLeftOutTest {

    private static final List<Class<?>> BY_HAND = List.of(
            HandsOnSignalTest.class,
            HandsOnForumTest.class,
            HandsOnLogTest.class,
            HandsOnDirectionTest.class,
            HandsOnMessageTest.class,
            HandsOnFrameTest.class,
            HandsOnOutsideTest.class,
            HandsOnProofTest.class,
            HandsOnRegionTest.class,
            HandsOnPeopleTest.class,
            HandsOnDutyTest.class,
            HandsOnQuestionTest.class,
            HandsOnConferenceTest.class,
            HandsOnStaffTest.class,
            HandsOnResourceTest.class,
            HandsOnRotaTest.class,
            HandsOnAlarmTest.class,
            HandsOnTrialTest.class,
            HandsOnCallsTest.class,
            HandsOnAgreementTest.class,
            HandsOnOrdinaryModeTest.class,
            HandsOnWeekTest.class,
            HandsOnYearTest.class,
            HandsOnSeasonTest.class);

    /** The sign-in's own filter has its forms; everything else is a handler's. */
    private static final Set<String> OF_FILTERS = Set.of("/sign-in", "/sign-out");

    /** What is asked for and is no page. */
    private static final Map<String, String> NO_PAGE = Map.ofEntries(
            entry("/live", "the stream that a page listens to"),
            entry("/health", "for who runs the server"),
            entry("/language/{language}", "leads back to the page"),
            entry("/region/file", "the region as a file; RegionImportTest"),
            entry("/public/messages.json", "the public messages for programs"),
            entry("/public/messages/{id}.cap", "one of them in the format for alerts"),
            entry("/search/raised", "a part of a page that is being written in; AlikeTest"),
            entry("/catalogue/usual", "a part of a page that is being written in; CatalogueTest"),
            entry("/papers/{id}", "a paper's bytes; PaperTest"),
            entry("/conferences/{id}/protocol.pdf", "a protocol on paper; ProtocolPaperTest"),
            entry("/plan/{year}/follow-up.pdf", "a year on paper; AnnualPlanTest"),
            entry("/meetings/{id}/protocol.pdf", "a protocol on paper; MeetingTest"),
            entry("/reviews/{id}/review.pdf", "a review on paper; ReviewTest"),
            entry("/meetings.ics", "the year for other programs; YearFeedTest"),
            entry("/calendar.ics", "the rota for other programs; rota.CalendarTest"),
            entry(
                    "/duty/subscriptions/{id}/emptying",
                    "only where a calendar elsewhere is read; rota.page.SubscribedTest"),
            entry("/error", "seen at an address that there is not"),
            entry("/first", "only where there is no region; account.FirstTest"),
            entry("/first/passkey", "likewise"),
            entry("/first/region", "likewise"),
            entry("/sign-in/code", "only after a password; people.ProvedByTest"),
            entry("/sign-in/organisation", "leads to an organisation's own sign-in; oidc.OwnSignInTest"),
            entry("/sign-in/organisation/{code}", "likewise"),
            entry("/sign-in/organisation/{code}/back", "likewise"),
            entry("/sign-in/organisation/{code}/waiting", "likewise"),
            entry("/actors/{code}/sign-in", "set up once by an actor's administrator; oidc.OwnSignInTest"),
            entry("/actors/{code}/sign-in/removal", "likewise"),
            entry("/sign-in/again", "only a long time after; account.AgainTest"),
            entry("/k/{token}", "the link of a notice; CalledByChannelsTest"),
            entry("/p/{token}", "the link of a test call's notice; TriedMonthlyTest"),
            entry("/me/push", "written by the script, with what the browser gave; push.PushTest"),
            entry("/me/push/removal", "only where a browser takes notices; push.PushTest"),
            entry("/channels/report/{token}", "for providers; CalledByChannelsTest"),
            entry("/channels/sms/{token}", "likewise"),
            entry("/sign-in/wait", "forwarded to; RecordingGoesOnTest"),
            entry("/sign-in/pending", "forwarded to; FormsKeepWhatWasTypedTest"),
            entry("/sign-in/confirm", "only where something waits; FormsKeepWhatWasTypedTest"));

    /** What programs write, and people in a form of another address: it takes a form all the same. */
    private static final Map<String, String> OF_PROGRAMS = Map.of(
            "/incidents/{id}/notes", "people write in the log's composer, /incidents/{id}/log",
            "/incidents/{id}/relays", "likewise",
            "/conferences/{id}/reports", "people write lines, /conferences/{id}/lines",
            "/conferences/{id}/notes", "likewise",
            "/conferences/{id}/needs", "likewise",
            "/conferences/{id}/decisions", "likewise",
            "/conferences/{id}/measures", "likewise");

    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*method=\"post\"[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACTION = Pattern.compile("\\baction=\"([^\"]*)\"");

    private static Set<String> writtenByHand() {
        return BY_HAND.stream()
                .flatMap(test -> Arrays.stream(test.getDeclaredMethods()))
                .map(method -> method.getAnnotation(Writes.class))
                .filter(java.util.Objects::nonNull)
                .flatMap(writes -> Arrays.stream(writes.value()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The handlers' addresses for people, by the method asked with. */
    private static Stream<String> addresses(RequestMethod method) {
        return Running.server().part(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().isEmpty()
                        || info.getMethodsCondition().getMethods().contains(method))
                .map(RequestMappingInfo::getPatternValues)
                .flatMap(Set::stream)
                .filter(path -> !path.startsWith("/api/"));
    }

    @Test
    void everyAddressThatIsWrittenToIsWrittenToByHand() {
        var known = writtenByHand();
        assertThat(addresses(RequestMethod.POST)
                        .filter(path -> !NO_PAGE.containsKey(path) && !OF_PROGRAMS.containsKey(path))
                        .map(path -> path.replaceAll("\\{\\w+}", "*")))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    /** A page of an incident that no menu leads to would be found by nobody. */
    @Test
    void everyPageOfAnIncidentHasADoor() {
        var doors = Running.server().part(Offers.class).doors(Offer.Menu.INCIDENT).stream()
                .map(door -> "/incidents/{id}" + door.path())
                .collect(Collectors.toSet());
        doors.add("/incidents/{id}/stand-down"); // a step, led to from what steers the incident
        doors.add("/incidents/{id}/calls"); // led to from the forums and the wall
        doors.add("/incidents/{id}/wall"); // led to from the picture
        doors.add("/incidents/{id}/log"); // led to from the log's search
        assertThat(addresses(RequestMethod.GET).filter(path -> path.matches("/incidents/\\{id}(/[^/]+)?")))
                .contains("/incidents/{id}")
                .isSubsetOf(doors);
    }

    @Test
    void everyFormOnEveryPageIsSentByHand() {
        var known = writtenByHand();
        assertThat(known).containsAll(OF_FILTERS);
        var scene = Prepared.incident("Snö och alla formulär");
        var found = new TreeSet<String>();
        for (var account : List.of("lst.tib", "lst.chef", "taby.tib", "polisen.chef", "komm", "rsib"))
            for (var path : Pages.all(scene)) {
                var page = Running.as(account).page(path).body();
                FORM.matcher(page).results().forEach(form -> found.add(actionOf(form.group())));
            }
        assertThat(found).hasSizeGreaterThan(20).isSubsetOf(known);
    }

    private static String actionOf(String form) {
        var action = ACTION.matcher(form);
        assertThat(action.find()).as("%s says where it goes", form).isTrue();
        return Hands.action(action.group(1));
    }

    @Test
    void everyPageIsLookedAt() {
        var scene = Prepared.incident("Snö och alla sidor");
        var pages = Pages.all(scene).stream()
                .map(page -> page.replaceAll("\\?.*", ""))
                .toList();
        assertThat(addresses(RequestMethod.GET)
                        .filter(path -> !NO_PAGE.containsKey(path) && !OF_PROGRAMS.containsKey(path))
                        .filter(path ->
                                pages.stream().noneMatch(page -> page.matches(path.replaceAll("\\{\\w+}", "[^/]+")))))
                .isEmpty();
    }
}
