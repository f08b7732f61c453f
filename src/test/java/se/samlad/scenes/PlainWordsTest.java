package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The field's own words are explained in a few plain ones, where they first stand on a page. */
class PlainWordsTest {

    private static final String AFFECTED = "Direkt berörd: händelsen drabbar aktören själv.";
    private static final String RELAYED = "Förmedlat: det någon har sagt om en annan";
    private static final String CONVENE = "Kalla: aktörerna får en kallelse nu";
    private static final String REQUEST = "Begära: be Länsstyrelsen kalla forumet.";

    private static String page(String account, String path) {
        return Running.as(account).page(path).expect(200).body();
    }

    private static void weighed(Object incident) {
        Running.as("lst.tib")
                .post("/api/incidents/" + incident + "/concerns", "{\"actor\":\"taby\",\"concern\":\"INDIRECT\"}")
                .expect(201);
    }

    @Test
    void whoIsAffectedAndHow_F3() {
        var incident = "/incidents/" + Prepared.signalled("Berörda med vanliga ord");
        assertThat(page("lst.tib", incident)).contains(AFFECTED);
        assertThat(page("taby.tib", incident)).doesNotContain(AFFECTED);
        weighed(incident.substring("/incidents/".length()));
        assertThat(page("taby.tib", incident)).contains(AFFECTED);
        assertThat(page("lst.tib", incident)).contains("Täby: indirekt berörd");
    }

    @Test
    void toConveneAndToRequest_I2() {
        var incident = "/incidents/" + Prepared.signalled("Kalla och begära");
        assertThat(page("lst.tib", incident)).contains(CONVENE);
        assertThat(page("lst.tib", incident + "/forums")).containsOnlyOnce(CONVENE);
        assertThat(page("taby.tib", incident + "/forums"))
                .containsOnlyOnce(REQUEST)
                .doesNotContain(CONVENE);
    }

    @Test
    void whatWasRelayed_C3() {
        var incident = Prepared.signalled("Förmedlat med vanliga ord");
        assertThat(page("taby.tib", "/incidents/" + incident + "/picture/relayed"))
                .containsOnlyOnce(RELAYED);
        assertThat(page("taby.tib", "/incidents/" + incident)).doesNotContain(RELAYED);
        Running.as("nacka.tib")
                .post("/api/incidents/" + incident + "/relays", "{\"about\":\"Täby\",\"text\":\"Elen är borta\"}")
                .expect(201);
        assertThat(page("taby.tib", "/incidents/" + incident)).contains(RELAYED);
    }
}
