package se.samlad.scenes;

import static se.samlad.scenes.Mistakes.*;

import java.util.List;

/** What nobody may ask, and what is no request at all: broken JSON, depths, sizes, and addresses and parameters that are none. */
final class WrongShapes {

    private WrongShapes() {}

    static void mandates(List<Mistake> all) {
        all.add(post(
                "convening without the mandate (I2)",
                403,
                "taby.tib",
                "/api/incidents/" + ice.incident() + "/forums",
                "{\"level\":\"COORDINATING\",\"actors\":[\"polisen\"]}",
                ""));
        all.add(post("agreed on the wrong level (A6)", 403, "lst.tib", agreement(ice), "{}", ""));
        all.add(post("agreed by who does not chair", 403, "polisen.chef", agreement(ice), "{}", ""));
        all.add(post("a stance without the mandate", 403, "komm", stances(agreed), "{\"stance\":\"ACCEPTS\"}", ""));
        all.add(post(
                "a stance on another's measure (D3)",
                422,
                "taby.chef",
                stances(agreed),
                "{\"stance\":\"ACCEPTS\",\"measure\":\"" + agreed.measure() + "\"}",
                ""));
        all.add(post(
                "a stance on no measure",
                422,
                "taby.chef",
                stances(agreed),
                "{\"stance\":\"ACCEPTS\",\"measure\":\"" + NOBODYS + "\"}",
                ""));
        all.add(post("a stance before it is agreed", 422, "taby.chef", stances(ice), "{\"stance\":\"ACCEPTS\"}", ""));
        all.add(post(
                "a report to what one may not see",
                404,
                "taby.tib",
                "/api/incidents/" + closed + "/reports",
                "{\"status\":\"GREEN\",\"happened\":\"a\"}",
                ""));
        all.add(post(
                "an outsider's report",
                404,
                "utom.flygplats",
                reports(),
                "{\"status\":\"GREEN\",\"happened\":\"a\"}",
                ""));
        all.add(post(
                "no such actor",
                422,
                "lst.chef",
                "/api/incidents/" + ice.incident() + "/forums",
                "{\"level\":\"COORDINATING\",\"actors\":[\"atlantis\"]}",
                "atlantis"));
        all.add(post(
                "no such audience",
                422,
                "taby.tib",
                notes(),
                "{\"kind\":\"NOTE\",\"text\":\"a\",\"marking\":{\"audience\":[\"actor:atlantis\"]}}",
                "atlantis"));
        all.add(post("no token of ours", 401, "nobody", "/api/incidents", "{\"title\":\"a\"}", ""));
    }

    static void shapes(List<Mistake> all) {
        all.add(post("not JSON", 400, "lst.tib", "/api/incidents", "title=a", ""));
        all.add(post("nothing at all", 400, "lst.tib", "/api/incidents", "", ""));
        all.add(post("JSON's null", 400, "lst.tib", "/api/incidents", "null", ""));
        all.add(post("half of it", 400, "lst.tib", "/api/incidents", "{\"title\":\"a", ""));
        all.add(post("a list", 400, "lst.tib", "/api/incidents", "[]", ""));
        all.add(post(
                "more after the end", 400, "lst.tib", "/api/incidents", "{\"title\":\"a\"} {\"title\":\"b\"}", ""));
        all.add(post(
                "the same field twice", 400, "lst.tib", "/api/incidents", "{\"title\":\"a\",\"title\":\"b\"}", ""));
        all.add(post(
                "a thousand deep",
                400,
                "lst.tib",
                "/api/incidents",
                "{\"exercise\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}",
                ""));
        all.add(post(
                "a thousand deep in the feed",
                422,
                "lst.tib",
                "/api/watch/smhi",
                "[".repeat(1_000) + "]".repeat(1_000),
                ""));
        all.add(post("a list in a text", 400, "lst.tib", "/api/incidents", "{\"title\":[\"a\"]}", "title"));
        all.add(post(
                "null in a list",
                400,
                "lst.chef",
                "/api/incidents/" + ice.incident() + "/forums",
                "{\"level\":\"COORDINATING\",\"actors\":[null]}",
                ""));
        all.add(post(
                "null in an audience",
                400,
                "taby.tib",
                notes(),
                "{\"kind\":\"NOTE\",\"text\":\"a\",\"marking\":{\"audience\":[null]}}",
                ""));
        all.add(post(
                "null among measures",
                400,
                "lst.chef",
                "/api/incidents/" + ice.incident() + "/directions",
                "{\"aim\":\"a\",\"measures\":[null]}",
                ""));
        all.add(post(
                "null among priorities",
                400,
                "lst.chef",
                "/api/incidents/" + ice.incident() + "/directions",
                "{\"aim\":\"a\",\"priorities\":[null]}",
                ""));
        all.add(post(
                "null among messages",
                400,
                "lst.chef",
                "/api/incidents/" + ice.incident() + "/directions",
                "{\"aim\":\"a\",\"messages\":[null]}",
                ""));
        all.add(post(
                "null among a measure's actors",
                400,
                "lst.chef",
                "/api/incidents/" + ice.incident() + "/directions",
                "{\"aim\":\"a\",\"measures\":[{\"what\":\"a\",\"actors\":[null]}]}",
                ""));
        all.add(post("XML in the feed", 422, "lst.tib", "/api/watch/smhi", "<?xml version=\"1.0\"?><a/>", ""));
        all.add(post("no such feed", 404, "lst.tib", "/api/watch/nosuch", "{}", ""));
        all.add(post("no such address", 404, "lst.tib", "/api/nosuch", "{}", ""));
    }

    static void asked(List<Mistake> all) {
        for (var limit : List.of("0", "-1", "1001", "99999999999999", "abc", "1e3"))
            all.add(get("limit " + limit, 400, "/api/journal?limit=" + limit));
        for (var cursor : List.of("x", "AAAAAAAAAAAAAAAAAAAAAA", "%00", "a".repeat(2_000)))
            all.add(get("no cursor", 400, "/api/journal?after=" + cursor));
        all.add(get("no cursor for a stream", 400, "/api/live?after=x"));
        for (var at : List.of(
                "x",
                "2026-01-14T10:00:00",
                "999999999999",
                "%2B999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z"))
            all.add(get("no time: " + at, 400, "/api/incidents/" + ice.incident() + "/picture?at=" + at));
        all.add(get("no time for a feed", 400, "/api/watch?since=x"));
        all.add(get("no area", 400, "/api/watch?area=atlantis"));
        all.add(get("no id", 404, "/api/incidents/x"));
        all.add(get("no incident's id", 404, "/api/incidents/" + NOBODYS));
        all.add(get("no incident's journal", 404, "/api/journal?incident=" + NOBODYS));
        all.add(get("no year", 400, "/api/agreement/fees?year=x"));
        all.add(get("no actor", 404, "/api/actors/atlantis"));
    }
}
