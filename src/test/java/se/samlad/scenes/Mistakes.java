package se.samlad.scenes;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Everything that somebody can send wrongly, with what must be said of it. */
final class Mistakes {

    private Mistakes() {}

    static final UUID NOBODYS = UUID.fromString("00000000-0000-4000-8000-000000000000");
    static Ice ice;
    static Ice agreed;
    static UUID closed;
    static UUID exercise;

    /** @param says what the detail must name; empty: anything */
    record Mistake(String name, int status, String account, String path, String body, String says) {
        @Override
        public String toString() {
            return name;
        }
    }

    static void begin() {
        if (ice != null) return;
        ice = Ice.incident("Isstorm med felskrivningar");
        agreed = Ice.incident("Isstorm som det enats om").agreed();
        exercise = Ice.signal("Övning i isstorm", ",\"exercise\":true");
        closed = Ice.signal("Bara för Länsstyrelsen", ",\"marking\":{\"audience\":[\"actor:lst\"]}");
    }

    static List<Mistake> mistakes() {
        begin();
        var all = new ArrayList<Mistake>();
        fields(all);
        texts(all);
        times(all);
        WrongShapes.mandates(all);
        WrongShapes.shapes(all);
        WrongShapes.asked(all);
        return all;
    }

    static void fields(List<Mistake> all) {
        all.add(post("misspelt field", 400, "lst.tib", "/api/incidents", "{\"titel\":\"Snö\"}", "titel"));
        all.add(post(
                "unknown field", 400, "taby.tib", reports(), "{\"status\":\"GREEN\",\"hapened\":\"a\"}", "hapened"));
        all.add(post(
                "unknown field inside",
                400,
                "taby.tib",
                reports(),
                "{\"status\":\"GREEN\",\"happened\":\"a\",\"marking\":{\"audiense\":[]}}",
                "audiense"));
        all.add(post("unknown field of nothing", 400, "lst.chef", agreement(ice), "{\"reeson\":\"a\"}", "reeson"));
        all.add(post(
                "a stance for another actor (A4)",
                400,
                "polisen.chef",
                stances(agreed),
                "{\"stance\":\"ACCEPTS\",\"actor\":\"taby\"}",
                "actor"));
        all.add(post(
                "a report for another actor (A4)",
                400,
                "polisen.tib",
                reports(),
                "{\"status\":\"GREEN\",\"happened\":\"a\",\"actor\":\"taby\"}",
                "actor"));
        all.add(post(
                "unknown status", 400, "taby.tib", reports(), "{\"status\":\"PURPLE\",\"happened\":\"a\"}", "status"));
        all.add(post("status as a number", 400, "taby.tib", reports(), "{\"status\":1,\"happened\":\"a\"}", "status"));
        all.add(post("status as a huge number", 400, "taby.tib", reports(), "{\"status\":1e999999999}", "status"));
        all.add(post("no status", 422, "taby.tib", reports(), "{\"happened\":\"a\"}", ""));
        all.add(post(
                "a measure that is no id",
                400,
                "polisen.chef",
                stances(agreed),
                "{\"stance\":\"ACCEPTS\",\"measure\":\"a\"}",
                "measure"));
    }

    static void texts(List<Mistake> all) {
        all.add(post("no title", 422, "lst.tib", "/api/incidents", "{}", "title"));
        all.add(post("empty title", 422, "lst.tib", "/api/incidents", "{\"title\":\"\"}", "title"));
        all.add(post("blank title", 422, "lst.tib", "/api/incidents", "{\"title\":\" \\n\\t\\u0000\"}", "title"));
        all.add(post(
                "title of nothing seen", 422, "lst.tib", "/api/incidents", "{\"title\":\"\\u202e\\u2066\"}", "title"));
        var long100 = "a".repeat(100_000);
        for (var unseen : List.of("\\u200b", "\\u00a0", "\\u3164\\u00ad")) {
            all.add(post(
                    "title that shows nothing",
                    422,
                    "lst.tib",
                    "/api/incidents",
                    "{\"title\":\"" + unseen + "\"}",
                    "title"));
            all.add(post(
                    "a reason that shows nothing (C5)",
                    422,
                    "taby.tib",
                    notes(),
                    "{\"kind\":\"DECISION\",\"text\":\"a\",\"reason\":\"" + unseen + "\"}",
                    ""));
            all.add(post(
                    "late for a reason that shows nothing (C5)",
                    422,
                    "taby.tib",
                    notes(),
                    "{\"kind\":\"NOTE\",\"text\":\"a\",\"occurredAt\":\""
                            + OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(90) + "\",\"lateBecause\":\"" + unseen
                            + "\"}",
                    ""));
        }
        all.add(post("title of 100 000", 422, "lst.tib", "/api/incidents", "{\"title\":\"" + long100 + "\"}", "title"));
        all.add(post(
                "report of 100 000",
                422,
                "taby.tib",
                reports(),
                "{\"status\":\"GREEN\",\"happened\":\"" + long100 + "\"}",
                ""));
        all.add(post(
                "a direction's aim of 100 000",
                422,
                "lst.chef",
                "/api/incidents/" + ice.incident() + "/directions",
                "{\"aim\":\"" + long100 + "\"}",
                "aim"));
        all.add(post(
                "a message without text",
                422,
                "taby.tib",
                "/api/incidents/" + ice.incident() + "/messages",
                "{\"title\":\"a\",\"audience\":\"b\"}",
                ""));
        all.add(post(
                "a decision without reason (C5)",
                422,
                "taby.tib",
                notes(),
                "{\"kind\":\"DECISION\",\"text\":\"a\"}",
                ""));
        all.add(post(
                "a stance without reason (D3)", 422, "polisen.chef", stances(agreed), "{\"stance\":\"DECLINES\"}", ""));
    }

    static void times(List<Mistake> all) {
        var future = OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(30);
        var late = OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(90);
        for (var path : List.of(reports(), notes()))
            for (var body :
                    List.of("{\"status\":\"GREEN\",\"happened\":\"a\",", "{\"text\":\"a\",\"kind\":\"NOTE\",")) {
                if (path.equals(reports()) != body.contains("status")) continue;
                all.add(post("in the future", 422, "taby.tib", path, body + "\"occurredAt\":\"" + future + "\"}", ""));
                all.add(post(
                        "late without saying why (C5)",
                        422,
                        "taby.tib",
                        path,
                        body + "\"occurredAt\":\"" + late + "\"}",
                        ""));
                all.add(post(
                        "late for a blank reason (C5)",
                        422,
                        "taby.tib",
                        path,
                        body + "\"occurredAt\":\"" + late + "\",\"lateBecause\":\" \"}",
                        ""));
                all.add(post(
                        "without offset",
                        400,
                        "taby.tib",
                        path,
                        body + "\"occurredAt\":\"2026-01-14T10:00:00\"}",
                        "occurredAt"));
                all.add(post("not a time", 400, "taby.tib", path, body + "\"occurredAt\":\"i går\"}", "occurredAt"));
                all.add(post(
                        "the year 999999999",
                        422,
                        "taby.tib",
                        path,
                        body + "\"occurredAt\":\"+999999999-12-31T23:59:59Z\"}",
                        ""));
                all.add(post(
                        "the year -999999999",
                        422,
                        "taby.tib",
                        path,
                        body + "\"occurredAt\":\"-999999999-01-01T00:00:00Z\",\"lateBecause\":\"a\"}",
                        ""));
                all.add(post(
                        "a huge number as time",
                        400,
                        "taby.tib",
                        path,
                        body + "\"occurredAt\":99999999999999999999}",
                        "occurredAt"));
            }
        all.add(post(
                "a signal in the future",
                422,
                "lst.tib",
                "/api/incidents",
                "{\"title\":\"a\",\"occurredAt\":\"" + future + "\"}",
                ""));
        all.add(post(
                "a signal without offset",
                400,
                "lst.tib",
                "/api/incidents",
                "{\"title\":\"a\",\"occurredAt\":\"2026-01-14T10:00:00\"}",
                "occurredAt"));
        all.add(post(
                "a signal from before Christ",
                422,
                "lst.tib",
                "/api/incidents",
                "{\"title\":\"a\",\"occurredAt\":\"-999999999-01-01T00:00:00Z\"}",
                ""));
        all.add(post(
                "an exercise in the year 999999999",
                422,
                "lst.tib",
                "/api/incidents",
                "{\"title\":\"a\",\"exercise\":{\"clock\":\"+999999999-01-01T00:00:00Z\"}}",
                ""));
        all.add(post(
                "an exercise's clock put far forward",
                422,
                "lst.tib",
                "/api/incidents/" + exercise + "/clock",
                "{\"now\":\"+999999999-01-01T00:00:00Z\"}",
                ""));
        all.add(post(
                "an exercise's clock put nowhere",
                422,
                "lst.tib",
                "/api/incidents/" + exercise + "/clock",
                "{}",
                "now"));
        all.add(post(
                "an exercise without offset",
                400,
                "lst.tib",
                "/api/incidents",
                "{\"title\":\"a\",\"exercise\":{\"clock\":\"2026-01-14T10:00:00\"}}",
                "exercise"));
    }

    static Mistake post(String name, int status, String account, String path, String body, String says) {
        return new Mistake(name, status, account, path, body, says);
    }

    static Mistake get(String name, int status, String path) {
        return new Mistake(name, status, "lst.tib", path, "GET", "");
    }

    static String reports() {
        return "/api/incidents/" + ice.incident() + "/reports";
    }

    static String notes() {
        return "/api/incidents/" + ice.incident() + "/notes";
    }

    static String agreement(Ice of) {
        return "/api/directions/" + of.direction() + "/agreement";
    }

    static String stances(Ice of) {
        return "/api/directions/" + of.direction() + "/stances";
    }
}
