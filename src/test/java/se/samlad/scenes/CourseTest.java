package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import se.samlad.web.Say;
import tools.jackson.databind.JsonNode;

/** Courses and exercises by function, by API: who may say what, what follows from it, and who reads it (G6, A4). */
class CourseTest {

    private static final LocalDate TODAY = LocalDate.now(Say.STOCKHOLM);
    private static final int NEXT = TODAY.plusMonths(2).getMonthValue();

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static String wording(String changes) {
        var all = "{'kind':'COURSE','nameSv':'Rakel','text':'Tala i grupp','forLevels':['COORDINATING'],'months':24}";
        return json(changes.isEmpty() ? all : all.replace("}", "," + changes + "}"));
    }

    private static UUID course(String changes) {
        return Running.as("kansli")
                .post("/api/courses", wording(changes))
                .expect(201)
                .id();
    }

    private static UUID occasion(UUID course, String by, LocalDate on) {
        return Running.as(by)
                .post("/api/courses/" + course + "/occasions", json(ActsOnCourses.occasion(on)))
                .expect(201)
                .id();
    }

    private static void say(String account, UUID occasion, String what, String json, int status) {
        Running.as(account)
                .post("/api/occasions/" + occasion + "/" + what, json(json))
                .expect(status);
    }

    private static JsonNode seen(String account, UUID course) {
        return Running.as(account).get("/api/courses/" + course).expect(200).json();
    }

    private static JsonNode has(JsonNode course, String function) {
        return StreamSupport.stream(course.get("has").spliterator(), false)
                .filter(each -> each.get("function").asString().equals(function))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCourseIsWrittenBySecretariatAloneAndSaysWhatIsWrong_G6() {
        Running.as("taby.tib").post("/api/courses", wording("")).expect(403);
        Running.as("lst.chef").post("/api/courses", wording("")).expect(403);
        Running.as("utom.flygplats").post("/api/courses", wording("")).expect(404);
        for (var bad : List.of(
                "{'nameSv':'Rakel','text':'Tala','forLevels':['COORDINATING'],'months':24}",
                "{'kind':'COURSE','text':'Tala','forLevels':['COORDINATING'],'months':24}",
                "{'kind':'COURSE','nameSv':'Rakel','text':'Tala','months':24}",
                "{'kind':'COURSE','nameSv':'Rakel','text':'Tala','forFunctions':['finns-inte'],'months':24}",
                "{'kind':'COURSE','nameSv':'Rakel','text':'Tala','forLevels':['COORDINATING'],'months':0}",
                "{'kind':'COURSE','nameSv':'Rakel','text':'Tala','forLevels':['COORDINATING'],'months':121}",
                "{'kind':'COURSE','nameSv':'Rakel','text':'Tala','forLevels':['COORDINATING'],'months':2,'season':13}",
                "{'kind':'COURSE','nameSv':'Rakel','forLevels':['COORDINATING'],'months':24}"))
            Running.as("kansli").post("/api/courses", json(bad)).expect(422);
        var id = course("");
        var version = seen("kansli", id).get("version").asString();
        Running.as("taby.tib").post("/api/courses/" + id, wording("")).expect(403);
        Running.as("kansli").post("/api/courses/" + id, wording("")).expect(422);
        Running.as("kansli").post("/api/courses/" + id, wording("'season':4")).expect(201);
        assertThat(seen("nacka.tib", id).get("version").asString()).isNotEqualTo(version);
        assertThat(seen("nacka.tib", id).get("as").get("season").asInt()).isEqualTo(4);
        for (var path : List.of("/api/courses", "/api/courses/" + id)) {
            Running.as("utom.flygplats").get(path).expect(404);
            Running.as("utom.flygplats").page(path.substring(4)).expect(404);
        }
        Running.as("nacka.tib").get("/api/courses/" + UUID.randomUUID()).expect(404);
    }

    /** From an occasion that one lacks to attendance: the turn asks, the table changes, and the number with it. */
    @Test
    void whatAnActorHasFollowsFromWhoAttended_G6_A4() {
        var id = course("");
        assertThat(has(seen("taby.tib", id), "tib").get("state").asString()).isEqualTo("NEVER");
        assertThat(seen("taby.tib", id).get("lacking").asBoolean()).isTrue();
        var ahead = occasion(id, "nacka.chef", TODAY.plusDays(30));
        var far = occasion(id, "nacka.chef", TODAY.plusDays(31));
        assertThat(Running.as("taby.tib").page("/turn").body())
                .contains("course-come-" + ahead)
                .doesNotContain("course-come-" + far);
        say("taby.tib", ahead, "coming", ActsOnCourses.heads("tib", 2), 201);
        assertThat(Running.as("taby.tib").page("/turn").body()).doesNotContain("course-come-" + ahead);
        say("taby.tib", ahead, "coming", ActsOnCourses.heads("chef", 1), 422);
        say("taby.tib", ahead, "coming", ActsOnCourses.heads("tib", 501), 422);
        say("taby.tib", ahead, "coming", ActsOnCourses.heads("tib", -1), 422);
        say("taby.tib", ahead, "coming", "{'functions':[{'function':'tib','number':1},{'function':'tib'}]}", 422);
        say("taby.admin", ahead, "coming", "{'functions':[]}", 403);
        say("utom.flygplats", ahead, "coming", "{'functions':[]}", 404);
        say("taby.tib", ahead, "attendance", ActsOnCourses.heads("tib", 1), 422);

        var today = occasion(id, "nacka.chef", TODAY);
        say("taby.tib", today, "attendance", ActsOnCourses.heads("tib", 0), 201);
        assertThat(has(seen("taby.tib", id), "tib").get("state").asString()).isEqualTo("NEVER");
        say("taby.chef", today, "attendance", ActsOnCourses.heads("tib", 3), 201);
        var tib = has(seen("taby.tib", id), "tib");
        assertThat(tib.get("state").asString()).isEqualTo("IN_FORCE");
        assertThat(tib.get("number").asInt()).isEqualTo(3);
        assertThat(tib.get("until").asString()).isEqualTo(TODAY.plusMonths(24).toString());
        assertThat(seen("taby.tib", id).get("lacking").asBoolean()).isFalse();
        assertThat(seen("kansli", id).get("region").get("whole").asInt()).isEqualTo(1);
        assertThat(seen("solna.tib", id).get("region").isNull())
                .as("two numbers over what one may not see tell a part of it")
                .isTrue();
        var page = Running.as("taby.tib").page("/courses/" + id).expect(200).body();
        assertThat(page).contains("Har till", "3 var med");
        assertThat(Running.as("solna.tib").page("/courses/" + id).body())
                .contains("Saknas")
                .doesNotContain("I regionen")
                .doesNotContain("Täby:");
    }

    /** Who held it notes of others, says so, and yields to their own word; nobody else notes (A4). */
    @Test
    void whoHeldItNotesOfOthersUntilTheySayItThemselves_G6_A4() {
        var id = course("");
        var today = occasion(id, "nacka.chef", TODAY);
        var noted = "{'actor':'taby'," + ActsOnCourses.heads("tib", 2).substring(1);
        say("solna.tib", today, "attendance", noted, 403);
        say("kansli", today, "attendance", noted, 403);
        say("nacka.chef", today, "attendance", noted.replace("taby", "flygplats"), 422);
        say("nacka.chef", today, "attendance", noted.replace("taby", "finns-inte"), 422);
        say("nacka.chef", today, "attendance", noted, 201);
        assertThat(has(seen("taby.tib", id), "tib").get("number").asInt()).isEqualTo(2);
        assertThat(Running.as("taby.tib").page("/courses/" + id).body()).contains("antecknat av Nacka");
        say("taby.tib", today, "attendance", ActsOnCourses.heads("tib", 1), 201);
        say("nacka.chef", today, "attendance", noted, 422);
        assertThat(has(seen("taby.tib", id), "tib").get("number").asInt()).isEqualTo(1);
        assertThat(Running.as("taby.tib").page("/courses/" + id).body()).doesNotContain("antecknat av Nacka");
    }

    /** An actor, the joint functions and who held the occasion read what is said of the actor; others read nothing of it. */
    @Test
    void anotherActorReadsNumbersAlone_G6() {
        var id = course("'season':" + NEXT);
        var today = occasion(id, "nacka.chef", TODAY);
        say("taby.tib", today, "coming", ActsOnCourses.heads("tib", 7), 201);
        say("taby.tib", today, "attendance", ActsOnCourses.heads("tib", 6), 201);
        for (var reads : List.of("taby.sakchef", "kansli", "nacka.tib")) {
            var given = seen(reads, id).get("occasions").get(0);
            assertThat(given.get("coming").toString()).contains("taby");
            assertThat(given.get("attended").toString()).contains("taby");
            assertThat(Running.as(reads).page("/courses/" + id).body()).contains("Täby</b>");
        }
        for (var other : List.of("solna.tib", "lst.chef", "polisen.tib")) {
            var given = seen(other, id).get("occasions").get(0);
            assertThat(given.get("coming").toString() + given.get("attended")).isEqualTo("[][]");
            assertThat(given.get("expected").asInt()).isEqualTo(7);
            assertThat(given.get("came").asInt()).isEqualTo(6);
            assertThat(Running.as(other).page("/courses/" + id).body()).doesNotContain("Täby</b>");
            assertThat(Running.as(other).journal()).doesNotContain("\"actor\":\"taby\",\"functions\"");
            Running.as(other).get("/api/courses?actor=taby").expect(404);
            Running.as(other).page("/courses?actor=taby").expect(404);
            Running.as(other).get("/api/courses?actor=finns-inte").expect(404);
        }
        assertThat(Running.as("taby.tib").journal()).contains("\"actor\":\"taby\",\"functions\"");
        assertThat(Running.as("kansli").page("/courses?actor=taby").expect(200).body())
                .contains("Vad Täby har", "Har till");
        Running.as("kansli").page("/courses?actor=finns-inte").expect(404);
    }

    @Test
    void aWithdrawnCourseAndACalledOffOccasionAskNothing_G6() {
        var id = course("");
        var off = occasion(id, "nacka.chef", TODAY);
        say("taby.tib", off, "attendance", ActsOnCourses.heads("tib", 2), 201);
        say("taby.tib", off, "calling-off", "{'reason':'Ingen lärare'}", 403);
        say("nacka.chef", off, "calling-off", "{'reason':' '}", 422);
        assertThat(calendar()).contains(off.toString());
        say("nacka.chef", off, "calling-off", "{'reason':'Ingen lärare'}", 201);
        assertThat(calendar()).doesNotContain(off.toString());
        assertThat(has(seen("taby.tib", id), "tib").get("state").asString()).isEqualTo("NEVER");
        for (var what : List.of("coming", "attendance")) say("taby.tib", off, what, ActsOnCourses.heads("tib", 2), 422);
        say("nacka.chef", off, "calling-off", "{'reason':'Igen'}", 422);

        var ahead = occasion(id, "kansli", TODAY.plusDays(3));
        var path = "/api/courses/" + id;
        for (var bad : List.of(
                "{'where':'Här'}",
                "{'on':'" + TODAY.minusDays(1) + "','where':'Här'}",
                "{'on':'" + TODAY.plusYears(4) + "','where':'Här'}",
                "{'on':'" + TODAY + "'}",
                "{'on':'" + TODAY + "','where':'Här','seats':0}"))
            Running.as("nacka.chef").post(path + "/occasions", json(bad)).expect(422);
        Running.as("nacka.chef")
                .post(path + "/withdrawal", json("{'reason':'Ersatt'}"))
                .expect(403);
        Running.as("kansli").post(path + "/withdrawal", "{}").expect(422);
        Running.as("kansli")
                .post(path + "/withdrawal", json("{'reason':'Ersatt'}"))
                .expect(201);
        Running.as("kansli")
                .post(path + "/withdrawal", json("{'reason':'Ersatt'}"))
                .expect(422);
        assertThat(seen("taby.tib", id).get("lacking").asBoolean()).isFalse();
        assertThat(Running.as("taby.tib").page("/turn").body()).doesNotContain("course-come-" + ahead);
        assertThat(calendar()).doesNotContain(ahead.toString());
        say("taby.tib", ahead, "coming", ActsOnCourses.heads("tib", 2), 422);
        Running.as("kansli")
                .post(path + "/occasions", json(ActsOnCourses.occasion(TODAY)))
                .expect(422);
        Running.as("kansli").post(path, wording("")).expect(201);
        assertThat(seen("taby.tib", id).get("lacking").asBoolean()).isTrue();
        assertThat(calendar()).contains(ahead.toString());
    }

    private static String calendar() {
        var from = TODAY.atStartOfDay(Say.STOCKHOLM).toInstant();
        return Running.as("taby.tib")
                .get("/api/calendar?from=" + from)
                .expect(200)
                .body();
    }
}
