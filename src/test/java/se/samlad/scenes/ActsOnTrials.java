package se.samlad.scenes;

import java.util.Optional;
import java.util.UUID;

/** {@link Acts} on test calls. The actor that answers tries its own ways, so that none of all goes on. */
final class ActsOnTrials extends Acts {

    ActsOnTrials(Running server) {
        super(server);
    }

    void all() {
        may("/trials", "taby/tib", "taby/chef taby/admin", () -> {
            open().ifPresent(trial -> sent("taby/tib", "/trials/" + trial + "/answer", "{}"));
            return act("/trials", "{'actor':'taby'}");
        });
        may("/trial-day", "ssr/kansli", "lst/tib lst/chef", () -> act("/trial-day", "{'day':0}"));
        may("/reminder-settings", "ssr/kansli", "", () -> act("/reminder-settings", "{'sends':false}"));
        may("/trials/*/answer", "taby/tib", "taby/chef taby/sakchef", () -> act("/trials/*/answer", "{}", trial()));
    }

    private UUID trial() {
        return open().orElseGet(() -> post("taby/tib", "/trials", "{'actor':'taby'}"));
    }

    /** The test that waits for Täby. */
    private Optional<UUID> open() {
        for (var each : server.by("taby.tib").get("/api/trials").expect(200).json()) {
            var result = each.get("results").get(0);
            boolean waits = !each.get("ended").asBoolean() && !result.hasNonNull("answeredAt");
            if (waits && result.get("actor").asString().equals("taby"))
                return Optional.of(UUID.fromString(each.get("id").asString()));
        }
        return Optional.empty();
    }
}
