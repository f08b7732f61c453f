package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.Running.post;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.access.AccessFact;
import se.samlad.actor.Actors;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;

/** A stream ends with a reset when what its reader may see has changed, and no other does (DESIGN §2). */
class StreamsEndWithRightsTest {

    private static final String NARROW = ",\"marking\":{\"audience\":[\"actor:lst\"]}";
    private UUID incident;
    private UUID forum;

    /** Each way to look on. */
    enum Kind {
        PAGE,
        FRONT_PAGE,
        ENTRIES_OF_ONE,
        ENTRIES_OF_ALL;

        String page(UUID incident) {
            return this == PAGE ? "/incidents/" + incident : "/";
        }

        Listening listen(String account, UUID incident) throws Exception {
            return switch (this) {
                case PAGE, FRONT_PAGE ->
                    Listening.to(
                            account,
                            Listening.address(Running.as(account)
                                    .page(page(incident))
                                    .expect(200)
                                    .body()));
                case ENTRIES_OF_ONE -> Listening.to(account, "/api/live?incident=" + incident);
                case ENTRIES_OF_ALL -> Listening.to(account, "/api/live");
            };
        }

        Listening listen(Visitor visitor, UUID incident) throws Exception {
            return switch (this) {
                case PAGE, FRONT_PAGE ->
                    Listening.to(
                            visitor,
                            Listening.address(
                                    visitor.get(page(incident)).expect(200).body()));
                case ENTRIES_OF_ONE -> Listening.to(visitor, "/api/live?incident=" + incident);
                case ENTRIES_OF_ALL -> Listening.to(visitor, "/api/live");
            };
        }
    }

    @BeforeEach
    void begin() {
        open("");
    }

    private void open(String marking) {
        incident = Ice.signal("Isstorm med rätter", marking);
        forum = post(
                "lst.chef",
                "/api/incidents/" + incident + "/forums",
                "{\"level\":\"DIRECTING\",\"actors\":[\"polisen\"]}");
    }

    @ParameterizedTest
    @EnumSource
    void whoIsCalledInToWhatWasHiddenReadsAgain_F3(Kind kind) throws Exception {
        said("forum:" + forum, "Bara i forumet");
        try (var live = kind.listen("taby.tib", incident)) {
            compose("callIn", "taby");
            endsWithReset(live);
        }
        try (var again = Kind.ENTRIES_OF_ONE.listen("taby.tib", incident)) {
            said("forum:" + forum, "Nu syns det");
            assertThat(again.next().data()).contains("Nu syns det");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FRONT_PAGE", "ENTRIES_OF_ALL"})
    void theOutsiderThatIsCalledInReadsAgain_A8(Kind kind) throws Exception {
        try (var live = kind.listen("utom.flygplats", incident)) {
            compose("callIn", "flygplats");
            endsWithReset(live);
        }
        compose("release", "flygplats");
    }

    @ParameterizedTest
    @EnumSource
    void whoIsReleasedSeesNoMore_F3(Kind kind) throws Exception {
        open(NARROW);
        compose("callIn", "taby");
        try (var live = kind.listen("taby.tib", incident)) {
            compose("release", "taby");
            endsWithReset(live);
        }
        Running.as("taby.tib").page("/incidents/" + incident).expect(404);
        Running.as("taby.tib").get("/api/live?incident=" + incident).expect(404);
    }

    /** What is lost came after the stream was opened, so that it was not there to be remembered. */
    @ParameterizedTest
    @EnumSource(names = {"PAGE", "ENTRIES_OF_ONE", "ENTRIES_OF_ALL"})
    void whatCameMeanwhileIsLostToo_F3(Kind kind) throws Exception {
        compose("callIn", "taby");
        try (var live = kind.listen("taby.tib", incident)) {
            said("forum:" + forum, "Bara i forumet");
            assertThat(live.until("Bara i forumet"))
                    .extracting(Listening.Event::kind)
                    .doesNotContain("reset");
            compose("release", "taby");
            endsWithReset(live);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyElsesStreamEnds_F3(Kind kind) throws Exception {
        said("forum:" + forum, "Bara i forumet");
        try (var live = kind.listen("solna.tib", incident)) {
            compose("callIn", "taby");
            compose("release", "taby");
            said("members", "Öppet för alla");
            var next = Ice.signal("Isstorm som alla ser", "");
            assertThat(live.until(
                            kind == Kind.PAGE || kind == Kind.ENTRIES_OF_ONE ? "Öppet för alla" : next.toString()))
                    .extracting(Listening.Event::kind)
                    .doesNotContain("reset");
        }
    }

    @ParameterizedTest
    @EnumSource
    void actingAsAnotherFunctionEndsThem_A6(Kind kind) throws Exception {
        var visitor = Visitor.of("lst.tib");
        try (var live = kind.listen(visitor, incident);
                var others = kind.listen(Visitor.of("lst.tib"), incident)) {
            visitor.post("/acting", Map.of("function", "lst/stab", "page", "/")).expect(200);
            endsWithReset(live);
            stillListens(others);
        }
    }

    @ParameterizedTest
    @EnumSource
    void signingOutEndsThem(Kind kind) throws Exception {
        var visitor = Visitor.of("lst.tib");
        try (var live = kind.listen(visitor, incident);
                var others = kind.listen(Visitor.of("lst.tib"), incident)) {
            visitor.post("/sign-out", Map.of()).expect(200);
            endsWithReset(live);
            stillListens(others);
        }
        visitor.get("/api/live").expect(401);
    }

    /** The session has another id then, by which nobody would find them any more. */
    @ParameterizedTest
    @EnumSource
    void signingInAsAnotherEndsThem(Kind kind) throws Exception {
        var visitor = Visitor.of("lst.tib");
        try (var live = kind.listen(visitor, incident)) {
            visitor.signIn("solna.tib", Map.of("to", "/")).expect(200);
            endsWithReset(live);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFunctionThatIsTakenEndsThem_A6(Kind kind) throws Exception {
        try (var live = kind.listen("nynashamn.chef", incident)) {
            record(new AccessFact.FunctionTaken("nynashamn.chef", "nynashamn", "chef"));
            endsWithReset(live);
        } finally {
            record(new AccessFact.FunctionGiven("nynashamn.chef", "nynashamn", "chef"));
        }
    }

    /** What one's page shows of what one has no right to is nothing; when one has, it is told. */
    @Test
    void aPageAboutWhatIsHiddenIsToldWhenItNoLongerIs() throws Exception {
        open(NARROW);
        try (var live = Listening.to("taby.tib", "/live?p=desk.log:" + incident + ":0")) {
            compose("callIn", "taby");
            endsWithReset(live);
        }
    }

    private static void record(AccessFact fact) {
        var journal = Running.server().part(Journal.class);
        var stream = Actors.stream("nynashamn");
        journal.record(
                new By("system", "nynashamn", "tib"),
                null,
                facing -> List.of(Draft.on(stream, stream, fact, Labels.of("actor:nynashamn"))));
    }

    private static void endsWithReset(Listening live) throws IOException {
        assertThat(live.rest()).last().extracting(Listening.Event::kind).isEqualTo("reset");
    }

    private void stillListens(Listening live) throws IOException {
        var next = Ice.signal("Isstorm efteråt", "");
        said("members", "Efteråt");
        assertThat(live.next().kind()).isNotEqualTo("reset");
    }

    private void said(String audience, String text) {
        post(
                "lst.chef",
                "/api/incidents/" + incident + "/notes",
                "{\"kind\":\"NOTE\",\"text\":\"" + text + "\",\"marking\":{\"audience\":[\"" + audience + "\"]}}");
    }

    private void compose(String how, String actor) {
        post(
                "lst.chef",
                "/api/forums/" + forum + "/composition",
                "{\"" + how + "\":[\"" + actor + "\"],\"reason\":\"Berörs\"}");
    }
}
