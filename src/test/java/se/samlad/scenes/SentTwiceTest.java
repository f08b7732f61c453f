package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import se.samlad.scenes.Running.Answer;

/** Two sends are one record, and two who agree at once are one agreement. */
class SentTwiceTest {

    @Test
    void theSameFormSentTwiceIsOneRecordWithOneAnswer() {
        var key = UUID.randomUUID();
        var first = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"Isgata\"}", key)
                .expect(201);
        long after = Running.server().position();
        var second = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"Isgata\"}", key)
                .expect(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(Running.server().position()).isEqualTo(after);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        var key = UUID.randomUUID();
        Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"Isgata\"}", key)
                .expect(201);
        long after = Running.server().position();
        Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"Annat\"}", key)
                .expect(422);
        assertThat(Running.server().position()).isEqualTo(after);
    }

    /** A key is good per account: it tells nobody else's answer. */
    @Test
    void anotherAccountsKeyIsItsOwn() {
        var key = UUID.randomUUID();
        var one = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"Isgata\"}", key)
                .expect(201);
        var other = Running.as("taby.tib")
                .post("/api/incidents", "{\"title\":\"Isgata\"}", key)
                .expect(201);
        assertThat(other.id()).isNotEqualTo(one.id());
    }

    @Test
    void sentFromEightThreadsAtOnceIsOneRecord() throws Exception {
        var key = UUID.randomUUID();
        long before = Running.server().position();
        var calls = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 8; i++)
            calls.add(() -> Running.as("lst.tib").post("/api/incidents", "{\"title\":\"Åtta tryck\"}", key));
        var answers = atOnce(calls);
        assertThat(answers).allSatisfy(a -> a.expect(201));
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(Running.server().position()).isEqualTo(before + 1);
    }

    @Test
    void twoWhoAgreeAtOnceAgreeOnce_D3() throws Exception {
        var ice = Ice.incident("Isstorm som två enas om");
        long before = Running.server().position();
        var path = "/api/directions/" + ice.direction() + "/agreement";
        var answers = atOnce(List.of(() -> Running.as("lst.chef").post(path, "{}"), () -> Running.as("lst.chef")
                .post(path, "{}")));
        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(201, 422);
        assertThat(Running.server().position()).isEqualTo(before + 1);
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        var start = new CyclicBarrier(calls.size());
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var answers = new ArrayList<Answer>();
            var sent = calls.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            for (var each : sent) answers.add(each.get());
            return answers;
        }
    }
}
