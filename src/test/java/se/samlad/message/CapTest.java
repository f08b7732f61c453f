package se.samlad.message;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.message.Told.KOMM;
import static se.samlad.message.Told.POLISEN;
import static se.samlad.message.Told.words;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import se.samlad.web.Languages;

class CapTest {

    private static final Schema SCHEMA = schema();
    private static final Languages LANGUAGES = Texts.at(Told.START);
    private final Told told = new Told();

    @Test
    void aFirstVersionIsAnAlert_K2() throws Exception {
        var id = told.draft(POLISEN, words("Stanna hemma"));
        var cap = cap(told.allTheWay(id), id);
        assertThat(text(cap, "status")).isEqualTo("Actual");
        assertThat(text(cap, "msgType")).isEqualTo("Alert");
        assertThat(text(cap, "sender")).isEqualTo("ssr@samlad");
        assertThat(text(cap, "sent")).isEqualTo("2026-01-15T13:04:00+01:00");
        assertThat(text(cap, "language")).isEqualTo("sv-SE");
        assertThat(text(cap, "headline")).isEqualTo("Stanna hemma");
        assertThat(text(cap, "areaDesc")).isEqualTo("Stockholms län");
        assertThat(text(cap, "references")).isEmpty();
    }

    @Test
    void aNewVersionIsAnUpdateThatNamesTheFirst_K2() throws Exception {
        var id = told.draft(POLISEN, words("Stanna hemma"));
        var first = cap(told.allTheWay(id), id);
        var cap = cap(told.reword(id, words("Stanna hemma i morgon"), POLISEN).allTheWay(id), id);
        assertThat(text(cap, "msgType")).isEqualTo("Update");
        assertThat(text(cap, "references")).isEqualTo(reference(first));
        assertThat(text(cap, "identifier")).isNotEqualTo(text(first, "identifier"));
    }

    @Test
    void aWithdrawnOneIsACancelThatNamesEveryVersion_K2() throws Exception {
        var id = told.draft(POLISEN, words("Stanna hemma"));
        var first = cap(told.allTheWay(id), id);
        var second = cap(told.reword(id, words("Nytt"), POLISEN).allTheWay(id), id);
        var cap = cap(told.withdraw(id, KOMM, "Det har slutat snöa."), id);
        assertThat(text(cap, "msgType")).isEqualTo("Cancel");
        assertThat(text(cap, "note")).isEqualTo("Det har slutat snöa.");
        assertThat(text(cap, "references")).isEqualTo(reference(first) + " " + reference(second));
    }

    @Test
    void anExerciseSaysSoEverywhere_K2() throws Exception {
        var id = told.draft(POLISEN, words("Stanna hemma"));
        var cap = cap(told.check(id, KOMM).agree(id, KOMM).practise(id, KOMM), id);
        assertThat(text(cap, "status")).isEqualTo("Exercise");
        assertThat(text(cap, "note")).startsWith("ÖVNING");
        assertThat(text(cap, "headline")).isEqualTo("ÖVNING: Stanna hemma");
        assertThat(text(cap(told.withdraw(id, KOMM, "Spelet är slut."), id), "note"))
                .startsWith("ÖVNING")
                .endsWith("Spelet är slut.");
    }

    @Test
    void englishIsABlockOfItsOwn() throws Exception {
        var said = new Wording("Hem", "Text", "Allmänheten", List.of(), null, new Wording.English("Home", "Text"));
        var id = told.draft(POLISEN, said);
        var cap = cap(told.allTheWay(id), id);
        assertThat(cap.getElementsByTagName("info").getLength()).isEqualTo(2);
        assertThat(cap.getElementsByTagName("language").item(1).getTextContent())
                .isEqualTo("en-GB");
        assertThat(cap.getElementsByTagName("headline").item(1).getTextContent())
                .isEqualTo("Home");
    }

    @Test
    void hostileTextIsCarriedAsTextOrReplaced() throws Exception {
        var hostile = "</info><script>&amp; ]]> \u0000\u0001\u001F \uD83D\uDE00 \uD800 \uFFFF \u202E <!-- -->";
        var id = told.draft(POLISEN, new Wording(hostile, hostile, hostile, List.of(), null, null), OPEN);
        var cap = cap(told.allTheWay(id), id);
        assertThat(text(cap, "headline"))
                .isEqualTo("</info><script>&amp; ]]> \uFFFD\uFFFD\uFFFD \uD83D\uDE00 \uFFFD \uFFFD \u202E <!-- -->");
        assertThat(cap.getElementsByTagName("info").getLength()).isEqualTo(1);
    }

    @Property(tries = 300, seed = "20261121")
    void isValidWhateverWasTyped(@ForAll String title, @ForAll String text, @ForAll String reason) throws Exception {
        var mine = new Told();
        var id = mine.draft(POLISEN, new Wording(title, text, "Allmänheten", List.of(), null, null));
        cap(mine.allTheWay(id), id);
        mine.add(id, KOMM, new MessageFact.Withdrawn(reason, 1), OPEN, null);
        cap(mine, id);
    }

    private static final se.samlad.journal.Labels OPEN = se.samlad.journal.Labels.of("public");

    static final String PAGE = "https://samlad.example/public";

    static Document cap(Told told, UUID id) throws Exception {
        var bytes = Cap.of(
                told.open().find(id).orElseThrow(), LANGUAGES.in("sv"), LANGUAGES.in("en"), PAGE, PublicPageTest.WHERE);
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        SCHEMA.newValidator().validate(new DOMSource(document));
        return document;
    }

    static String text(Document cap, String element) {
        var found = cap.getElementsByTagName(element).item(0);
        return found == null ? "" : found.getTextContent();
    }

    private static String reference(Document cap) {
        return text(cap, "sender") + "," + text(cap, "identifier") + "," + text(cap, "sent");
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(CapTest.class.getResource("/message/cap12.xsd"));
        } catch (org.xml.sax.SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
