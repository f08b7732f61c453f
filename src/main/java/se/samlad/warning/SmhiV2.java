package se.samlad.warning;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.warning.Warning.Area;
import se.samlad.warning.Warning.Color;
import se.samlad.warning.Warning.Extent;
import se.samlad.warning.Warning.Form;
import se.samlad.warning.Warning.Grade;
import se.samlad.warning.Warning.Kind;
import se.samlad.warning.Warning.Origin;
import se.samlad.warning.Warning.Revision;
import se.samlad.warning.Warning.Severity;
import se.samlad.warning.Warning.Span;
import se.samlad.warning.Warning.Status;
import se.samlad.warning.Warning.Texts;
import se.samlad.warning.Warning.Words;

/**
 * Reads one alert of SMHI's old format (warnings API version 2, CAP 1.2 as JSON).
 *
 * <p>The headline is the area in words, and {@code areaDesc} only a district's code. {@code expires} is a year after
 * {@code sent} whatever the weather, so a value more than 14 days after is ignored. {@code latest_update} is the time
 * of the whole feed, the same on unchanged alerts, and is ignored.
 */
final class SmhiV2 {

    /** The most areas, and the most references to earlier warnings. */
    static final int MOST_PARTS = 500;

    private static final Duration BELIEVABLE = Duration.ofDays(14);
    private static final Pattern CLASS = Pattern.compile("(?:klass|class)\\s*([123])", Pattern.CASE_INSENSITIVE);
    private static final Pattern MESSAGE = Pattern.compile("^(risk|meddelande|message)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_ENGLISH = Pattern.compile("^No English .*available$");

    /**
     * CAP 1.2 §3.2.1, identifier: no blanks, commas, {@code <} or {@code &}. It must not look like an id of the other
     * format.
     */
    private static final Pattern ID = Pattern.compile("(?!" + SmhiIbww.PREFIX + ")[^\\s,<&]{1,200}");

    /** District names by code, from alerts of April 2016; used only where an alert gives no name itself. */
    private static final Map<String, String> DISTRICTS = Map.ofEntries(
            Map.entry("009", "Västra Götalands län, inre Dalsland"),
            Map.entry("014", "Jönköpings län, västra delen utom syd om Vättern"),
            Map.entry("015", "Jönköpings län, östra delen"),
            Map.entry("017", "Kronobergs län, västra delen"),
            Map.entry("022", "Västra Götalands län, Sjuhäradsbygden och Göta älv"),
            Map.entry("024", "Gävleborgs län kustland"),
            Map.entry("025", "Stockholms län utom Roslagskusten"),
            Map.entry("028", "Södermanlands län"),
            Map.entry("030", "Uppsala län, Upplandskusten"),
            Map.entry("031", "Värmlands län"),
            Map.entry("033", "Västerbottens län kustland"),
            Map.entry("034", "Västernorrlands län"),
            Map.entry("036", "Västra Götalands län, norra Västergötland"),
            Map.entry("038", "Örebro län"),
            Map.entry("039", "Östergötlands län"),
            Map.entry("042", "Norra Kvarken"),
            Map.entry("043", "Norra Bottenhavet"),
            Map.entry("044", "Södra Bottenhavet"),
            Map.entry("045", "Ålandshav"),
            Map.entry("046", "Skärgårdshavet"),
            Map.entry("048", "Norra Östersjön"),
            Map.entry("050", "Rigabukten"),
            Map.entry("056", "Kattegatt"),
            Map.entry("057", "Skagerack"));

    private SmhiV2() {}

    static Warning warning(Fields alert) {
        String id = alert.id("identifier", ID);
        Instant sent = alert.requiredTime("sent");
        List<Fields> parts = alert.objects("info");
        Kind kind = kind(alert);
        if (parts.isEmpty() && kind != Kind.CANCEL) throw new Fields.Malformed("feed.skipped.missing", "info");
        Fields info = chief(parts);
        Map<String, String> codes = named(info, "eventCode");
        Texts texts = texts(parts, info, codes);
        Revision revision = new Revision(kind, version(alert), sent, replaces(alert));
        Status status = status(alert).unlessMarked(said(texts));
        return new Warning(
                new Origin(id, Form.SMHI_V2, status, revision, link(info.text("web"))),
                grade(info, codes),
                span(info, sent),
                extent(parts, texts.sv().headline()),
                texts);
    }

    private static Stream<String> said(Texts texts) {
        return Stream.of(texts.sv(), texts.en())
                .flatMap(words -> Stream.of(words.headline(), words.event(), words.text()));
    }

    private static Kind kind(Fields alert) {
        return switch (alert.text("msgType").toLowerCase(Locale.ROOT)) {
            case "alert", "" -> Kind.ALERT;
            case "update" -> Kind.UPDATE;
            case "cancel" -> Kind.CANCEL;
            default -> throw new Fields.Malformed("feed.skipped.unknown-word", "msgType");
        };
    }

    private static Status status(Fields alert) {
        String word = alert.required("status");
        return Stream.of(Status.values())
                .filter(status -> status.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new Fields.Malformed("feed.skipped.unknown-word", "status"));
    }

    /** CAP's references: {@code sender,identifier,sent}, separated by blanks. */
    private static List<String> replaces(Fields alert) {
        return alert.texts("references").stream()
                .flatMap(text -> Stream.of(text.split("\\s+", -1)))
                .map(reference -> reference.split(",", -1))
                .filter(reference -> reference.length >= 2)
                .map(reference -> reference[1])
                .limit(MOST_PARTS)
                .toList();
    }

    private static int version(Fields alert) {
        return alert.texts("code").stream()
                .filter(code -> code.matches("system_version \\d{1,6}"))
                .mapToInt(code -> Integer.parseInt(code.substring("system_version ".length())))
                .max()
                .orElse(0);
    }

    /** The info block that stands for the alert: the gravest Swedish one, else the first. */
    private static Fields chief(List<Fields> parts) {
        Fields chief = null;
        for (Fields part : parts) {
            if (english(part)) continue;
            if (chief == null || severity(part).compareTo(severity(chief)) < 0) chief = part;
        }
        if (chief != null) return chief;
        return parts.isEmpty() ? Fields.NONE : parts.getFirst();
    }

    private static boolean english(Fields part) {
        return part.text("language").toLowerCase(Locale.ROOT).startsWith("en");
    }

    private static Texts texts(List<Fields> parts, Fields info, Map<String, String> codes) {
        Map<String, String> parameters = named(info, "parameter");
        Fields en = parts.stream().filter(SmhiV2::english).findFirst().orElse(null);
        String level = codes.getOrDefault("system_event_level", "");
        String event = codes.getOrDefault("system_event_sv-SE", "");
        Words sv = new Words(
                english(info) ? "" : info.text("headline"),
                event.isEmpty() ? info.text("event") : event,
                codes.getOrDefault("system_event_level_sv-SE", level),
                english(info) ? "" : descriptions(parts));
        return new Texts(
                sv,
                new Words(
                        en == null ? given(parameters.get("system_eng_headline")) : en.text("headline"),
                        en == null ? info.text("event") : en.text("event"),
                        level,
                        en == null ? given(parameters.get("system_eng_description")) : en.text("description")));
    }

    private static String descriptions(List<Fields> parts) {
        String all = parts.stream()
                .filter(part -> !english(part))
                .map(part -> part.text("description"))
                .distinct()
                .collect(Collectors.joining("\n\n"))
                .strip();
        return Fields.bounded(all, false);
    }

    private static String given(@Nullable String english) {
        return english == null || NO_ENGLISH.matcher(english).matches() ? "" : english;
    }

    private static Grade grade(Fields info, Map<String, String> codes) {
        String english = codes.getOrDefault("system_event_level", "");
        String level = codes.getOrDefault("system_event_level_sv-SE", english);
        return new Grade(severity(info), color(codes.getOrDefault("system_event_level_id", ""), level), level);
    }

    private static Severity severity(Fields info) {
        String word = info.text("severity");
        return Stream.of(Severity.values())
                .filter(severity -> severity.word().equalsIgnoreCase(word))
                .findFirst()
                .orElse(Severity.UNKNOWN);
    }

    private static Color color(String number, String level) {
        Matcher named = CLASS.matcher(level);
        return switch (named.find() ? named.group(1) : number) {
            case "1" -> Color.YELLOW;
            case "2" -> Color.ORANGE;
            case "3" -> Color.RED;
            default -> MESSAGE.matcher(level).find() ? Color.MESSAGE : Color.UNKNOWN;
        };
    }

    private static Span span(Fields info, Instant sent) {
        Instant stated = info.time("onset");
        Instant onset = stated == null ? info.time("effective") : stated;
        Instant expires = info.end("expires");
        boolean believed = expires != null && !expires.isAfter(sent.plus(BELIEVABLE));
        return new Span(onset, believed ? SmhiIbww.after(onset, expires) : null);
    }

    private static Extent extent(List<Fields> parts, String headline) {
        List<String> codes = parts.stream()
                .flatMap(part -> part.objects("area").stream())
                .map(area -> area.text("areaDesc"))
                .filter(code -> !code.isEmpty())
                .distinct()
                .limit(MOST_PARTS)
                .toList();
        List<Area> areas = new ArrayList<>();
        for (String code : codes) {
            String own = codes.size() == 1 ? headline : "";
            String name = own.isEmpty() ? DISTRICTS.getOrDefault(code, code.matches("\\d+") ? "" : code) : own;
            areas.add(new Area(code, name, ""));
        }
        return new Extent(List.copyOf(areas), headline, null);
    }

    /** {@code [{"valueName","value"}]} by name; the first value of a name is kept. */
    private static Map<String, String> named(Fields info, String list) {
        return info.objects(list).stream()
                .collect(Collectors.toMap(pair -> pair.text("valueName"), pair -> pair.text("value"), (a, b) -> a));
    }

    private static String link(String web) {
        if (web.length() > 2_000) return "";
        try {
            URI address = URI.create(web);
            boolean http =
                    "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            return http && address.getHost() != null ? web : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
