package se.samlad.message;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.samlad.message.PublicMessages.Open;
import se.samlad.web.Say;

/**
 * A public message in the Common Alerting Protocol 1.2 (OASIS, 2010). Its type is Alert, Update for a later version, or
 * Cancel after withdrawal; its status is Exercise for an exercise. Urgency, severity and certainty are Unknown, because
 * nobody has stated them.
 */
final class Cap {

    static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final Instant YEAR_1900 = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant YEAR_9999 = Instant.parse("9999-01-01T00:00:00Z");

    private final XMLStreamWriter xml;
    private final Open message;
    private final Say swedish;
    private final Say english;

    private Cap(XMLStreamWriter xml, Open message, Say swedish, Say english) {
        this.xml = xml;
        this.message = message;
        this.swedish = swedish;
        this.english = english;
    }

    /** The document in UTF-8. It is valid against the schema for any text that a person can type. */
    static byte[] of(Open message, Say swedish, Say english) {
        var bytes = new ByteArrayOutputStream(4_096);
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            new Cap(xml, message, swedish, english).alert();
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
        say("sent", sent(taken == null ? last.at() : taken.at()));
        say("status", message.exercise() ? "Exercise" : "Actual");
        say("msgType", taken != null ? "Cancel" : message.issues().size() > 1 ? "Update" : "Alert");
        say("scope", "Public");
        if (message.exercise()) say("note", swedish.text("public.exercise.note"));
        else if (taken != null && taken.reason() != null) say("note", taken.reason());
        references();
        var said = message.wording();
        info(swedish, "sv-SE", said.title(), said.text());
        if (said.english() != null)
            info(english, "en-GB", said.english().title(), said.english().text());
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    /** Refers to every earlier version, so that a receiver that missed one still replaces the others. */
    private void references() throws XMLStreamException {
        var issues = message.issues();
        var earlier = message.taken() == null ? issues.subList(0, issues.size() - 1) : issues;
        if (earlier.isEmpty()) return;
        say(
                "references",
                earlier.stream()
                        .map(i -> sender(i.actor()) + "," + identifier(i.version()) + "," + sent(i.at()))
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
        say("audience", message.wording().audience());
        say("senderName", say.text("public.who"));
        say("headline", message.exercise() ? say.text("public.exercise.title", title) : title);
        say("description", text);
        xml.writeStartElement(NAMESPACE, "area");
        say("areaDesc", say.text("public.area"));
        xml.writeStartElement(NAMESPACE, "geocode");
        say("valueName", "ISO 3166-2");
        say("value", "SE-AB");
        xml.writeEndElement();
        xml.writeEndElement();
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
    private static String sent(Instant at) {
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
