package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunningTest {

    @Test
    void theServerStartsAndTakesASignal_I1() {
        var signal = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"Snö\"}")
                .expect(201);
        assertThat(signal.json().get("cursor").asString()).hasSize(22);
    }

    @Test
    void whoHasNotSignedInIsNotGivenTheApi() {
        Running.anybody().get("/api/incidents").expect(401);
    }
}
