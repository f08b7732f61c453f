package se.samlad.scenes;

import static se.samlad.scenes.Running.post;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An incident of a test's own, some way in: all statuses told, a forum, a direction with answers, messages of all kinds. */
record Prepared(
        UUID incident,
        UUID forum,
        UUID direction,
        UUID onItsWay,
        UUID published,
        UUID report,
        UUID note,
        UUID question) {

    /** @param title the test's own, so that it can be told from those of other tests */
    static Prepared incident(String title) {
        var incident = signalled(title);
        var base = "/api/incidents/" + incident;
        var forum = convened(incident);
        post("taby.tib", "/api/forums/" + forum + "/acknowledgement", "{}");
        var report = reported(base);
        var note = post("polisen.tib", base + "/notes", "{\"kind\":\"NOTE\",\"text\":\"E18 är avstängd vid Arninge\"}");
        post(
                "polisen.tib",
                base + "/notes",
                "{\"kind\":\"NOTE\",\"text\":\"Två fordon eftersöks\",\"marking\":{\"audience\":[\"actor:lst\",\"actor:polisen\",\"actor:taby\"],\"ground\":\"OSL 18:1\"}}");
        var direction = agreed(base);
        post("polisen.chef", "/api/directions/" + direction + "/stances", "{\"stance\":\"ACCEPTS\"}");
        post(
                "sos.tib",
                "/api/directions/" + direction + "/stances",
                "{\"stance\":\"DECLINES\",\"reason\":\"Vi har inte personal till det\"}");
        var published = message(base, "Res bara om du måste", "check", "agreement", "publication");
        return new Prepared(
                incident,
                forum,
                direction,
                message(base, "Hjälp din granne", "check"),
                published,
                report,
                note,
                answered(incident));
    }

    /** One that an actor has answered, another not. */
    private static UUID answered(UUID incident) {
        var question = post(
                "lst.tib",
                "/api/questions",
                "{\"title\":\"Klarar kommunen natten?\",\"to\":[\"actor:taby\",\"actor:nacka\"],\"answerBy\":\""
                        + Instant.now().plusSeconds(86_400) + "\",\"incident\":\"" + incident
                        + "\",\"fields\":[{\"name\":\"Natten\",\"kind\":\"STATUS\"},{\"name\":\"Öppna trygghetspunkter\",\"kind\":\"NUMBER\"}]}");
        post(
                "nacka.tib",
                "/api/questions/" + question + "/answers",
                "{\"values\":{\"Natten\":\"ORANGE\",\"Öppna trygghetspunkter\":2}}");
        return question;
    }

    static UUID signalled(String title) {
        return post("lst.tib", "/api/incidents", "{\"title\":\"" + title + "\",\"text\":\"Snö i norra länet\"}");
    }

    static UUID convened(UUID incident) {
        return post(
                "lst.tib",
                "/api/incidents/" + incident + "/forums",
                "{\"level\":\"COORDINATING\",\"actors\":[\"polisen\",\"taby\",\"sos\",\"trafikverket\",\"nacka\",\"fm\",\"region\"]}");
    }

    private static UUID reported(String base) {
        post("sos.tib", base + "/reports", "{\"status\":\"GREEN\",\"happened\":\"Svarstiden är nio sekunder\"}");
        post("trafikverket.tib", base + "/reports", "{\"status\":\"YELLOW\",\"happened\":\"Väg 76 drar igen\"}");
        post("nacka.tib", base + "/reports", "{\"status\":\"RED\",\"happened\":\"Värmen är borta i Fisksätra\"}");
        return post(
                "taby.tib",
                base + "/reports",
                "{\"status\":\"ORANGE\",\"happened\":\"Hemtjänsten når inte fram\",\"needs\":\"En bandvagn med förare\","
                        + "\"consequences\":\"Trettio personer får inte sin medicin i kväll\"}");
    }

    private static UUID agreed(String base) {
        var forum = post(
                "lst.chef", base + "/forums", "{\"level\":\"DIRECTING\",\"actors\":[\"polisen\",\"taby\",\"sos\"]}");
        var direction = post(
                "lst.chef",
                base + "/directions",
                "{\"forum\":\"" + forum
                        + "\",\"aim\":\"Ingen ska komma till skada\",\"priorities\":[\"Ambulans\",\"Hemtjänst\"],"
                        + "\"limits\":[\"Bara länet\"],\"measures\":[{\"actor\":\"polisen\",\"what\":\"Håller E18 fri\"},"
                        + "{\"actor\":\"taby\",\"what\":\"Öppnar trygghetspunkter\"}]}");
        post("lst.chef", "/api/directions/" + direction + "/agreement", "{}");
        return direction;
    }

    private static UUID message(String base, String title, String... steps) {
        var message = post(
                "taby.tib",
                base + "/messages",
                "{\"title\":\"" + title + "\",\"text\":\"Det är svårt att ta sig fram.\",\"audience\":\"Allmänheten\","
                        + "\"channels\":[\"krisinformation.se\"]}");
        for (var step : List.of(steps)) post("komm", base + "/messages/" + message + "/" + step, "{}");
        return message;
    }
}
