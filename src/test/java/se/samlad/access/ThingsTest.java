package se.samlad.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import se.samlad.scenes.Running;

/** A verb acts on a thing that the one who acts sees, as it is when that is recorded. */
class ThingsTest {

    private static UUID forum() {
        var incident = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"Två gör samma sak samtidigt\"}")
                .expect(201)
                .id();
        return Running.as("lst.tib")
                .post(
                        "/api/incidents/" + incident + "/forums",
                        "{\"level\":\"COORDINATING\",\"actors\":[\"taby\"],\"marking\":{\"audience\":[\"incident\"]}}")
                .expect(201)
                .id();
    }

    /** What is only done once is done once, however many do it at the same time. */
    @RepeatedTest(5)
    void ofThoseWhoActAtOnceOneIsRecorded() throws Exception {
        var forum = forum();
        var begin = new CountDownLatch(1);
        var answers = new ArrayList<Future<Integer>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++)
                answers.add(callers.submit(() -> {
                    begin.await();
                    return Running.as("lst.tib")
                            .post("/api/forums/" + forum + "/gathering", "{}")
                            .status();
                }));
            begin.countDown();
        }
        var statuses = new ArrayList<Integer>();
        for (var answer : answers) statuses.add(answer.get());
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).allMatch(status -> status == 201 || status == 422);
    }

    /** A thing of another kind is no such thing, and what one may not see is none either. */
    @Test
    void onlyAThingOfItsKindThatOneSeesIsThere() {
        var forum = forum();
        for (var path : new String[] {
            "/api/directions/" + forum + "/agreement", "/api/forums/" + UUID.randomUUID() + "/gathering"
        }) Running.as("lst.tib").post(path, "{}").expect(404);
        Running.as("utom.flygplats")
                .post("/api/forums/" + forum + "/gathering", "{}")
                .expect(404);
    }
}
