package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.Running.post;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import se.samlad.access.AccessFact;
import se.samlad.actor.Actors;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;

/** What lets one act is guarded: nothing is recorded after it has ended, however close to its end it was decided. */
class BorderTest {

    private static final int WRITERS = 8;

    private final UUID incident = Ice.signal("Isstorm vid gränsen", "");

    @RepeatedTest(3)
    void anOutsiderRecordsNothingAfterItsRelease_A8() throws Exception {
        var forum = post(
                "lst.tib",
                "/api/incidents/" + incident + "/forums",
                "{\"level\":\"COORDINATING\",\"actors\":[\"flygplats\"]}");
        untilRefused(
                "utom.flygplats",
                "/api/incidents/" + incident + "/notes",
                "{\"kind\":\"NOTE\",\"text\":\"Banan är fri\"}",
                () -> post(
                        "lst.tib",
                        "/api/forums/" + forum + "/composition",
                        "{\"release\":[\"flygplats\"],\"reason\":\"Klart\"}"));
        assertThat(after("forum.released")).doesNotContain("report.noted", "report.logged");
    }

    @RepeatedTest(3)
    void noMessageIsDraftedAfterTheStandDown_I5() throws Exception {
        post("lst.tib", "/api/incidents/" + incident + "/forums", "{\"level\":\"COORDINATING\",\"actors\":[\"taby\"]}");
        untilRefused(
                "taby.tib",
                "/api/incidents/" + incident + "/messages",
                "{\"title\":\"Halt\",\"text\":\"Det är halt.\",\"audience\":\"Press\"}",
                this::standDown);
        assertThat(after("incident.stood-down")).isEmpty();
    }

    @RepeatedTest(8)
    void aMeasureIsBegunOrTheIncidentStoodDownWithoutIt_I5() throws Exception {
        var ice = Ice.incident("Isstorm vid gränsen").agreed();
        post("polisen.chef", "/api/directions/" + ice.direction() + "/stances", "{\"stance\":\"ACCEPTS\"}");
        var progress = "/api/directions/" + ice.direction() + "/measures/" + ice.measure() + "/progress";
        var answers = Together.of(
                () -> Running.as("polisen.tib")
                        .post(progress, "{\"state\":\"STARTED\"}")
                        .status(),
                () -> Running.as("lst.tib")
                        .post("/api/incidents/" + ice.incident() + "/stand-down", "{\"reason\":\"Över\"}")
                        .status());
        assertThat(answers).containsExactlyInAnyOrder(201, 422);
    }

    @RepeatedTest(3)
    void anAccountRecordsNothingAfterItsFunctionIsTaken_A6() throws Exception {
        post(
                "lst.tib",
                "/api/incidents/" + incident + "/forums",
                "{\"level\":\"COORDINATING\",\"actors\":[\"salem\"]}");
        var journal = Running.server().part(Journal.class);
        long before = journal.position();
        try {
            untilRefused(
                    "salem.chef",
                    "/api/incidents/" + incident + "/notes",
                    "{\"kind\":\"NOTE\",\"text\":\"Vägen är fri\"}",
                    () -> record(new AccessFact.FunctionTaken("salem.chef", "salem", "chef")));
            var all = journal.since(before, 10_000);
            assertThat(all).hasSizeLessThan(10_000);
            var taken = all.stream()
                    .filter(entry -> entry.fact() instanceof AccessFact.FunctionTaken)
                    .findFirst()
                    .orElseThrow();
            var own = all.stream().filter(entry -> entry.by().account().equals("salem.chef"));
            assertThat(own).isNotEmpty().allMatch(entry -> entry.position() < taken.position());
        } finally {
            record(new AccessFact.FunctionGiven("salem.chef", "salem", "chef"));
        }
    }

    private static void record(AccessFact fact) {
        var stream = Actors.stream("salem");
        var recorded = Running.server()
                .part(Journal.class)
                .record(
                        new By("system", "salem", "chef"),
                        null,
                        facing -> List.of(Draft.on(stream, stream, fact, Labels.of("actor:salem"))));
        Running.server().part(Journal.class).await(recorded.position());
    }

    @RepeatedTest(8)
    void ofTwoWhoAskForAForumAtOnceOneIsToldThatItIsAskedFor_F2() throws Exception {
        var asked = "/api/incidents/" + incident + "/initiation";
        var answers = Together.of(
                () -> Running.as("taby.tib")
                        .post(asked, "{\"level\":\"COORDINATING\",\"reason\":\"Behövs\"}")
                        .status(),
                () -> Running.as("solna.tib")
                        .post(asked, "{\"level\":\"COORDINATING\",\"reason\":\"Också\"}")
                        .status());
        assertThat(answers).containsExactlyInAnyOrder(201, 422);
        assertThat(kinds()).containsOnlyOnce("forum.initiated");
        var answer = asked + "/answer";
        var declined = Together.of(
                () -> Running.as("lst.tib")
                        .post(answer, "{\"level\":\"COORDINATING\",\"reason\":\"Behövs inte\"}")
                        .status(),
                () -> Running.as("rsib")
                        .post(answer, "{\"level\":\"COORDINATING\",\"reason\":\"Nej\"}")
                        .status());
        assertThat(declined).containsExactlyInAnyOrder(201, 422);
        post("solna.tib", asked, "{\"level\":\"COORDINATING\",\"reason\":\"Igen\"}");
    }

    @RepeatedTest(8)
    void ofTwoWhoConveneTheSameLevelAtOnceOneIsToldThatItSits_I2() throws Exception {
        var forums = "/api/incidents/" + incident + "/forums";
        var answers = Together.of(
                () -> Running.as("lst.tib")
                        .post(forums, "{\"level\":\"COORDINATING\",\"actors\":[\"taby\"]}")
                        .status(),
                () -> Running.as("rsib")
                        .post(forums, "{\"level\":\"COORDINATING\",\"actors\":[\"solna\"]}")
                        .status());
        assertThat(answers).containsExactlyInAnyOrder(201, 422);
        assertThat(kinds()).containsOnlyOnce("forum.convened");
    }

    private UUID standDown() {
        return post("lst.tib", "/api/incidents/" + incident + "/stand-down", "{\"reason\":\"Över\"}");
    }

    /** Many write the same until they are refused, and meanwhile the end comes. */
    private static void untilRefused(String account, String path, String body, Runnable end) throws Exception {
        var refused = new ConcurrentLinkedQueue<Integer>();
        var begun = new CountDownLatch(WRITERS * 2);
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WRITERS; i++)
                writers.submit(() -> {
                    int status;
                    do {
                        status = Running.as(account).post(path, body).status();
                        begun.countDown();
                    } while (status == 201);
                    refused.add(status);
                });
            begun.await();
            end.run();
        }
        assertThat(refused).hasSize(WRITERS).allMatch(status -> List.of(401, 403, 404, 422)
                .contains(status));
    }

    /** The kinds of what was recorded after the first of a kind. */
    private List<String> after(String kind) {
        var kinds = kinds();
        assertThat(kinds).hasSizeLessThan(1_000).contains(kind);
        return kinds.subList(kinds.indexOf(kind) + 1, kinds.size());
    }

    private List<String> kinds() {
        var kinds = new ArrayList<String>();
        Running.as("lst.tib")
                .get("/api/journal?limit=1000&incident=" + incident)
                .expect(200)
                .json()
                .get("entries")
                .forEach(entry -> kinds.add(entry.get("kind").asString().replaceFirst("\\.\\d+$", "")));
        return kinds;
    }

    private static final class Together {

        /** Both at once. */
        static List<Integer> of(
                java.util.concurrent.Callable<Integer> one, java.util.concurrent.Callable<Integer> other)
                throws Exception {
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                var first = both.submit(one);
                var second = both.submit(other);
                return List.of(first.get(), second.get());
            }
        }
    }
}
