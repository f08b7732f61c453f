package se.samlad.message;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.samlad.actor.RegionName;
import se.samlad.message.PublicMessages.Open;
import se.samlad.place.Outline;
import se.samlad.web.Say;

/**
 * A public message in the Common Alerting Protocol 1.2 (OASIS, 2010). Its type is Alert, Update for a later version, or
 * Cancel after withdrawal; its status is Exercise for an exercise. Urgency, severity and certainty are Unknown, because
 * nobody has stated them. Nobody states an end either, so each version expires {@link #HOLDS} after it was issued, and a
 * parameter says that this is a default. Each language has a block of its own, with nothing of the other in it.
 */
final class Cap {

    static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";
    /** How long a version holds where no end is stated: receivers must be able to forget it. */
    static final Duration HOLDS = Duration.ofHours(72);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final Instant YEAR_1900 = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant YEAR_9999 = Instant.parse("9999-01-01T00:00:00Z");

    /** The county that the messages are for. @param outline as {@link Outline#of} */
    record Where(RegionName name, List<String> outline) {}

    private final XMLStreamWriter xml;
    private final Open message;
    private final Where where;
    private final Say swedish;
    private final Say english;
    private final String page;

    private Cap(XMLStreamWriter xml, Open message, Where where, List<Say> languages, String page) {
        this.xml = xml;
        this.message = message;
        this.where = where;
        this.swedish = languages.getFirst();
        this.english = languages.getLast();
        this.page = page;
    }

    /**
     * The document in UTF-8. It is valid against the schema for any text that a person can type.
     *
     * @param page the absolute address of the public page
     */
    static byte[] of(Open message, Say swedish, Say english, String page, Where where) {
        var bytes = new ByteArrayOutputStream(4_096);
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            new Cap(xml, message, where, List.of(swedish, english), page).alert();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void alert() throws XMLStreamException {
        var taken = message.taken();
        var last = message.last();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement(NAMESPACE, "alert");
        xml.writeDefaultNamespace(NAMESPACE);
        say("identifier", taken == null ? identifier(last.version()) : message.id() + ".withdrawn");
        say("sender", sender(taken == null ? last.actor() : taken.actor()));
        say("sent", time(sent()));
        say("status", message.exercise() ? "Exercise" : "Actual");
        say("msgType", taken != null ? "Cancel" : message.issues().size() > 1 ? "Update" : "Alert");
        say("scope", "Public");
        var note = note();
        if (!note.isEmpty()) say("note", note);
        references();
        var said = message.wording();
        info(swedish, "sv-SE", said.title(), said.text());
        if (said.english() != null)
            info(english, "en-GB", said.english().title(), said.english().text());
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private Instant sent() {
        return message.taken() == null ? message.last().at() : message.taken().at();
    }

    /** That it is an exercise, and why it was withdrawn. */
    private String note() {
        var reason = message.taken() == null ? null : message.taken().reason();
        return Stream.of(message.exercise() ? swedish.text("public.exercise.note") : null, reason)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** Refers to every earlier version, so that a receiver that missed one still replaces the others. */
    private void references() throws XMLStreamException {
        var issues = message.issues();
        var earlier = message.taken() == null ? issues.subList(0, issues.size() - 1) : issues;
        if (earlier.isEmpty()) return;
        say(
                "references",
                earlier.stream()
                        .map(i -> sender(i.actor()) + "," + identifier(i.version()) + "," + time(i.at()))
                        .collect(Collectors.joining(" ")));
    }

    private void info(Say say, String language, String title, String text) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, "info");
        say("language", language);
        say("category", "Safety");
        say("event", say.text("public.event"));
        say("urgency", "Unknown");
        say("severity", "Unknown");
        say("certainty", "Unknown");
        var audience = message.wording().audience();
        if (say.isSwedish() || Wording.isUsual(audience))
            say("audience", message.wording().audience(say));
        say("expires", time(sent().plus(HOLDS)));
        say("senderName", say.text("public.who", where.name().county(say.language())));
        say("headline", message.exercise() ? say.text("public.exercise.title", title) : title);
        say("description", text);
        say("web", page + (say.isSwedish() ? "" : "?lang=en") + "#m-" + message.id());
        named("parameter", "samlad:expires", "default");
        xml.writeStartElement(NAMESPACE, "area");
        say("areaDesc", where.name().county(say.language()));
        for (var polygon : where.outline()) say("polygon", polygon);
        var iso = Outline.iso(where.name().countyCode());
        if (iso.isPresent()) named("geocode", "ISO3166-2", iso.get());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void named(String element, String name, String value) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, element);
        say("valueName", name);
        say("value", value);
        xml.writeEndElement();
    }

    private void say(String element, String text) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, element);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    private String identifier(int version) {
        return message.id() + "." + version;
    }

    private static String sender(String actor) {
        return actor + "@samlad";
    }

    /**
     * The time with a numeric offset, as the schema requires. Times outside four-digit years are moved to the nearest
     * limit.
     */
    private static String time(Instant at) {
        var bounded = at.isBefore(YEAR_1900) ? YEAR_1900 : at.isAfter(YEAR_9999) ? YEAR_9999 : at;
        return TIME.format(bounded.atZone(Say.STOCKHOLM));
    }

    /** Replaces characters that XML 1.0 can't carry with the replacement character. */
    private static String allowed(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\t'
                                || c == '\n'
                                || (c >= 0x20 && c <= 0xD7FF)
                                || (c >= 0xE000 && c <= 0xFFFD)
                                || c >= 0x10000
                        ? c
                        : 0xFFFD)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
