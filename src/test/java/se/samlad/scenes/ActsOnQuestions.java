package se.samlad.scenes;

import static java.time.temporal.ChronoUnit.HOURS;

import java.time.Instant;

/** {@link Acts} on questions to others. */
final class ActsOnQuestions extends Acts {

    ActsOnQuestions(Running server) {
        super(server);
    }

    /** Anybody who speaks for an actor asks, and each answers for its own. */
    @Override
    void all() {
        var asking = "{'title':'Hur går det?','to':['actor:taby'],'answerBy':'"
                + Instant.now().plus(1, HOURS) + "'}";
        may("/questions", "taby/tib", ANY, () -> act("/questions", asking.replace("actor:taby", "actor:solna")));
        may(
                "/questions/*/answers",
                "taby/tib",
                "taby/chef taby/sakchef",
                () -> act(
                        "/questions/*/answers",
                        "{'values':{'Hur går det?':'Bra'}}",
                        post("lst/tib", "/questions", asking)));
        var outsider = "{'organisation':'Hotell Nord','function':'nattchef'}";
        may(
                "/questions/*/outsiders",
                "lst/tib",
                "lst/chef lst/stab",
                () -> act("/questions/*/outsiders", outsider, post("lst/tib", "/questions", asking)));
        may("/questions/*/outsiders/*/ending", "lst/tib", "lst/chef lst/stab", () -> {
            var question = post("lst/tib", "/questions", asking);
            var asked = post("lst/tib", "/questions/" + question + "/outsiders", outsider);
            return act("/questions/*/outsiders/*/ending", "{}", question, asked);
        });
        for (var verb : new String[] {"reminder", "time", "closing"})
            may(
                    "/questions/*/" + verb,
                    "lst/tib",
                    "lst/chef lst/stab",
                    () -> act(
                            "/questions/*/" + verb,
                            verb.equals("time")
                                    ? "{'answerBy':'" + Instant.now().plus(2, HOURS) + "'}"
                                    : "{}",
                            post("lst/tib", "/questions", asking)));
    }
}
