package se.samlad.scenes;

import java.time.LocalDate;
import java.util.UUID;
import se.samlad.web.Say;

/** {@link Acts} on courses and exercises, and their occasions. */
final class ActsOnCourses extends Acts {

    static final String KEEPS = "ssr/kansli";
    private static final LocalDate TODAY = LocalDate.now(Say.STOCKHOLM);

    ActsOnCourses(Running server) {
        super(server);
    }

    /** One with an occasion today that Nacka calls and Täby comes to, one ahead, and one that was called off. */
    static UUID held() {
        var acts = new ActsOnCourses(Running.server());
        var course = acts.course();
        var today = acts.occasion(course, TODAY);
        acts.sent("taby/tib", "/occasions/" + today + "/coming", heads("tib", 2));
        acts.sent("taby/tib", "/occasions/" + today + "/attendance", heads("tib", 1));
        acts.sent(
                "nacka/chef",
                "/occasions/" + today + "/attendance",
                heads("tib", 1).replace("{'functions", "{'actor':'solna','functions"));
        acts.occasion(course, TODAY.plusDays(20));
        var off = acts.occasion(course, TODAY.plusDays(50));
        acts.sent("nacka/chef", "/occasions/" + off + "/calling-off", "{'reason':'Ingen lärare'}");
        return course;
    }

    /** One that holds no longer. */
    static UUID withdrawn() {
        var acts = new ActsOnCourses(Running.server());
        var course = acts.course();
        acts.sent(KEEPS, "/courses/" + course + "/withdrawal", "{'reason':'Ersatt'}");
        return course;
    }

    static String course(String name) {
        return "{'kind':'COURSE','nameSv':'" + name
                + "','text':'Samverka i Rakel','forLevels':['COORDINATING'],'forFunctions':['chef'],'months':24,'season':11}";
    }

    static String heads(String function, int number) {
        return "{'functions':[{'function':'" + function + "','number':" + number + "}]}";
    }

    static String occasion(LocalDate on) {
        return "{'on':'" + on + "','at':'09:00','where':'Brandstationen','seats':20}";
    }

    private UUID course() {
        return post(
                KEEPS,
                "/courses",
                course("Rakel " + UUID.randomUUID().toString().substring(0, 6)));
    }

    /** Called by Nacka. */
    private UUID occasion(UUID course, LocalDate on) {
        return post("nacka/chef", "/courses/" + course + "/occasions", occasion(on));
    }

    /** The secretariat writes; members call, come and say who attended, each in its own name (A4, G6). */
    @Override
    void all() {
        may("/courses", KEEPS, "ssr/samordningschef", () -> act("/courses", course("Rakel")));
        may("/courses/*", KEEPS, "ssr/samordningschef", () -> act("/courses/*", course("Rakel och mer"), course()));
        may(
                "/courses/*/withdrawal",
                KEEPS,
                "ssr/samordningschef",
                () -> act("/courses/*/withdrawal", "{'reason':'Ersatt'}", course()));
        may(
                "/courses/*/occasions",
                "taby/tib",
                ActsOnWeek.MEMBERS,
                () -> act("/courses/*/occasions", occasion(TODAY.plusDays(9)), course()));
        may(
                "/occasions/*/calling-off",
                "nacka/chef",
                "ssr/kansli ssr/samordningschef",
                () -> act("/occasions/*/calling-off", "{'reason':'Sjuk'}", occasion(course(), TODAY)));
        may(
                "/occasions/*/coming",
                "taby/tib",
                ActsOnWeek.MEMBERS,
                () -> act("/occasions/*/coming", "{'functions':[]}", occasion(course(), TODAY)));
        may(
                "/occasions/*/attendance",
                "taby/tib",
                ActsOnWeek.MEMBERS,
                () -> act("/occasions/*/attendance", "{'functions':[]}", occasion(course(), TODAY)));
    }
}
