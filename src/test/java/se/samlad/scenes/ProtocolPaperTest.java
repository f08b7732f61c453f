package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.Conferring.step;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** The protocol on paper: accessible, quick, and whole whatever was said (C1). */
class ProtocolPaperTest {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static byte[] pdf(String account, UUID conference) throws Exception {
        return pdf(account, "/api/conferences/" + conference + "/protocol.pdf");
    }

    private static byte[] pdf(String account, String path) throws Exception {
        var asking = Running.as(account);
        var request = asking.request(path, "application/pdf").GET().build();
        var answer = asking.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** By veraPDF: what machines can check of PDF/UA-1. */
    static void isAccessible(byte[] pdf) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTestAssertions().stream()
                            .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
                            .map(each -> each.getRuleId() + " " + each.getMessage())
                            .distinct())
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    private static UUID opened(String exercise) {
        var lst = Running.as("lst.tib");
        var incident = lst.post("/api/incidents", "{\"title\":\"Protokoll på papper\"" + exercise + "}")
                .expect(201)
                .id();
        var conference = Conferring.called(Prepared.convened(incident));
        lst.post("/api/conferences/" + conference + "/opening", "{}").expect(201);
        return conference;
    }

    @Test
    void whateverWasSaidStandsOnItAndItIsAccessible() throws Exception {
        var conference = opened("");
        step("taby.tib", conference, "reports", "{\"status\":\"RED\",\"text\":\"Brandbilen 🚒 når inte fram\"}");
        step("sos.tib", conference, "notes", "{\"text\":\"Till alla: الطريق مغلق\"}");
        step("lst.tib", conference, "needs", "{\"actor\":\"nacka\",\"text\":\"<b>Sand</b> & salt\"}");
        step("nacka.tib", conference, "notes", "{\"text\":\"" + "å".repeat(5_000) + "\"}");
        for (int i = 0; i < 5; i++)
            step("polisen.tib", conference, "notes", "{\"text\":\"" + "Lång rad om läget. ".repeat(1_050) + "\"}");
        Running.as("taby.tib")
                .get("/api/conferences/" + conference + "/protocol.pdf")
                .expect(404);
        step("lst.tib", conference, "closing", "{\"summary\":\"Skolorna stänger\"}");
        step("taby.tib", conference, "confirmation", "{\"remark\":\"Bra möte\"}");
        var pdf = pdf("taby.tib", conference);
        isAccessible(pdf);
        assertThat(text(pdf).replaceAll("\\s+", " "))
                .contains(
                        "Samverkanskonferens",
                        "[fire engine]",
                        "<b>Sand</b> & salt",
                        "väntar på aktörens eget ord",
                        "Skolorna stänger",
                        "Bra möte",
                        "Kvittokod",
                        "1 / ")
                .doesNotContain("ÖVNING");
        assertThat(text(pdf).replaceAll("[^å]", "")).hasSizeGreaterThan(4_999);
        assertThat(Running.as("utom.flygplats")
                        .get("/api/conferences/" + conference + "/protocol.pdf")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aListIsAsAccessibleOnPaper() throws Exception {
        var pdf = pdf("kansli", "/actors?format=pdf");
        isAccessible(pdf);
        assertThat(text(pdf)).contains("Aktörer", "Nacka", "Trafikverket", "1 / ");
    }

    @Test
    void anExerciseIsSaidToBeOneOnEverySheet() throws Exception {
        var conference = opened(",\"exercise\":true");
        for (int i = 0; i < 40; i++)
            step("taby.tib", conference, "notes", "{\"text\":\"Rad " + "med text ".repeat(40) + i + "\"}");
        step("lst.tib", conference, "closing", "{}");
        var pdf = pdf("taby.tib", conference);
        isAccessible(pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains("ÖVNING", page + " / ");
            }
        }
    }

    /** Forty reports and a hundred lines; how soon it is ready is measured by {@code ./bench conference}. */
    @Test
    void aLongOneIsThereInFullOnceItIsClosed() throws Exception {
        var conference = opened("");
        for (int i = 0; i < 40; i++)
            step("taby.tib", conference, "reports", "{\"status\":\"ORANGE\",\"text\":\"Rapport " + i + " om läget\"}");
        for (int i = 0; i < 100; i++)
            step("lst.tib", conference, "needs", "{\"actor\":\"nacka\",\"text\":\"Behov nummer " + i + "\"}");
        step("lst.tib", conference, "closing", "{}");
        assertThat(Running.as("taby.tib")
                        .page("/conferences/" + conference)
                        .expect(200)
                        .body())
                .contains("Behov nummer 99");
        var pdf = pdf("taby.tib", conference);
        assertThat(text(pdf)).contains("Behov nummer 99", "Rapport 39");
    }
}
