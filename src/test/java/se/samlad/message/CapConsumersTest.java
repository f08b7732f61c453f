package se.samlad.message;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.message.CapTest.cap;
import static se.samlad.message.CapTest.text;
import static se.samlad.message.Told.KOMM;
import static se.samlad.message.Told.POLISEN;
import static se.samlad.message.Told.words;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What receivers ask of an alert beyond the schema: one test for each rule, with its name. {@code GoogleProfile} is that
 * of google/cap-library, which others validate with too.
 */
class CapConsumersTest {

    private static final Wording BOTH = new Wording(
            "Stanna hemma",
            "Res inte.",
            "Allmänheten",
            List.of(),
            null,
            new Wording.English("Stay at home", "Do not travel."));

    private final Told told = new Told();

    private Document published(Wording said) throws Exception {
        var id = told.draft(POLISEN, said);
        return cap(told.allTheWay(id), id);
    }

    private static List<Element> all(Document cap, String element) {
        var found = new ArrayList<Element>();
        var nodes = cap.getElementsByTagName(element);
        for (int i = 0; i < nodes.getLength(); i++) found.add((Element) nodes.item(i));
        return found;
    }

    private static String in(Element info, String element) {
        var found = info.getElementsByTagName(element).item(0);
        return found == null ? "" : found.getTextContent();
    }

    @Test
    void googleProfile_WEB_IS_REQUIRED() throws Exception {
        var infos = all(published(BOTH), "info");
        assertThat(infos).hasSize(2);
        for (var info : infos) {
            var web = URI.create(in(info, "web"));
            assertThat(web.isAbsolute()).isTrue();
            assertThat(web.toString()).startsWith(CapTest.PAGE).contains("#m-");
        }
        assertThat(in(infos.get(1), "web")).contains("?lang=en");
    }

    @Test
    void googleProfile_EXPIRES_IS_REQUIRED_and_EFFECTIVE_NOT_AFTER_EXPIRES() throws Exception {
        var cap = published(BOTH);
        for (var info : all(cap, "info")) {
            var expires = OffsetDateTime.parse(in(info, "expires"));
            assertThat(expires)
                    .isEqualTo(OffsetDateTime.parse(text(cap, "sent")).plus(Cap.HOLDS));
            assertThat(in(info, "parameter"))
                    .as("it is said that the end is a default")
                    .contains("samlad:expires", "default");
        }
    }

    @Test
    void googleProfile_DESCRIPTION_IS_REQUIRED_and_HEADLINE_AND_DESCRIPTION_SHOULD_DIFFER() throws Exception {
        for (var info : all(published(BOTH), "info"))
            assertThat(in(info, "description")).isNotBlank().isNotEqualTo(in(info, "headline"));
    }

    @Test
    void googleProfile_CATEGORIES_MUST_MATCH() throws Exception {
        assertThat(all(published(BOTH), "category").stream()
                        .map(Element::getTextContent)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void googleProfile_UPDATE_OR_CANCEL_MUST_REFERENCE() throws Exception {
        var id = told.draft(POLISEN, BOTH);
        told.allTheWay(id);
        assertThat(text(cap(told.reword(id, words("Nytt"), POLISEN).allTheWay(id), id), "references"))
                .isNotBlank();
        assertThat(text(cap(told.withdraw(id, KOMM, null), id), "references")).isNotBlank();
    }

    @Test
    void googleProfile_CIRCLE_POLYGON_OR_GEOCODE_IS_REQUIRED_and_CIRCLE_POLYGON_ENCOURAGED() throws Exception {
        for (var area : all(published(BOTH), "area")) {
            assertThat(area.getElementsByTagName("polygon").getLength()).isPositive();
            assertThat(area.getElementsByTagName("geocode").getLength()).isPositive();
        }
    }

    /** Receivers look the county up by this name, in this spelling. */
    @Test
    void geocodesAreKnownAs_ISO3166_2() throws Exception {
        for (var geocode : all(published(BOTH), "geocode"))
            assertThat(in(geocode, "valueName") + "=" + in(geocode, "value")).isEqualTo("ISO3166-2=SE-AB");
    }

    /** CAP 1.2 §3.2.4: latitude before longitude, at least four pairs, the first again at the end. */
    @Test
    void cap_3_2_4_polygonsAreClosedAndInTheCounty() throws Exception {
        for (var polygon : all(published(BOTH), "polygon")) {
            var corners = Arrays.asList(polygon.getTextContent().split(" "));
            assertThat(corners).hasSizeBetween(4, 100);
            assertThat(corners.getLast()).isEqualTo(corners.getFirst());
            for (var corner : corners) {
                var pair = corner.split(",");
                assertThat(Double.parseDouble(pair[0])).isBetween(58.6, 60.3);
                assertThat(Double.parseDouble(pair[1])).isBetween(17.2, 19.6);
            }
        }
    }

    /** CAP 1.2 §3.2.2, language: one block for each, with nothing in the other's words. */
    @Test
    void cap_3_2_2_eachBlockIsInItsOwnLanguage() throws Exception {
        var infos = all(published(BOTH), "info");
        assertThat(in(infos.get(0), "audience")).isEqualTo("Allmänheten");
        assertThat(in(infos.get(1), "audience")).isEqualTo("the public");
        assertThat(infos.get(1).getTextContent())
                .doesNotContain("Allmänheten", "Stockholms län", "Res inte", "Gemensamt");
    }

    @Test
    void cap_3_2_2_anAudienceInOtherWordsStandsInTheirLanguageOnly() throws Exception {
        var said = new Wording(
                "Stanna",
                "Res inte.",
                "Allmänheten i Täby",
                List.of(),
                null,
                new Wording.English("Stay", "Do not travel."));
        var infos = all(published(said), "info");
        assertThat(in(infos.get(0), "audience")).isEqualTo("Allmänheten i Täby");
        assertThat(in(infos.get(1), "audience")).isEmpty();
    }
}
