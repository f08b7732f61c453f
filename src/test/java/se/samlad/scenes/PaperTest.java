package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.journal.Journal;
import se.samlad.scenes.Running.Answer;

/** Papers are what their bytes say, are served as files only, and only to those who see what they are attached to (A2). */
class PaperTest {

    private static final int MB = 1024 * 1024;
    private static final byte[] XML = "<a/>".getBytes(StandardCharsets.UTF_8);

    private static UUID thing() {
        return ActsOnCases.raised("taby.tib", "Handlingar " + UUID.randomUUID());
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] office(String main, Map<String, byte[]> more) {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("[Content_Types].xml", XML);
        entries.put(main, text(UUID.randomUUID().toString()));
        entries.putAll(more);
        return Sent.zip(entries);
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of("Avtal.pdf", Sent.pdf(), "Avtal.pdf", "PDF"),
                Arguments.of("Plan.docx", office("word/document.xml", Map.of()), "Plan.docx", "DOCX"),
                Arguments.of("Lista.xlsx", office("xl/workbook.xml", Map.of()), "Lista.xlsx", "XLSX"),
                Arguments.of("Bild.pptx", office("ppt/presentation.xml", Map.of()), "Bild.pptx", "PPTX"),
                Arguments.of(
                        "Text.odt",
                        Sent.zip(Map.of("mimetype", text("application/vnd.oasis.opendocument.text"))),
                        "Text.odt",
                        "ODT"),
                Arguments.of(
                        "kvitto.jpg", HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452"), "kvitto.png", "PNG"),
                Arguments.of("IMG_1", HexFormat.of().parseHex("ffd8ffe000104a46494600010101"), "IMG_1.jpg", "JPEG"),
                Arguments.of("kommuner.csv", text("kod;namn\n0160;Täby\n"), "kommuner.csv", "CSV"),
                Arguments.of("kör.bat", text("Subject: så gör vi\n\nfråga Täby"), "kör.txt", "TEXT"),
                Arguments.of("C:\\fakepath\\Å ö.TXT", text("Från Windows: åäö"), "Å ö.txt", "TEXT"));
    }

    @ParameterizedTest
    @MethodSource
    void taken(String name, byte[] file, String kept, String content) throws Exception {
        var thing = thing();
        var id = Sent.attach("nacka.tib", thing, name.replace("\\", "\\\\"), file)
                .expect(201)
                .id();
        var listed = Running.as("taby.tib")
                .get("/api/papers?of=" + thing)
                .expect(200)
                .json();
        assertThat(listed).hasSize(1);
        var paper = listed.get(0);
        assertThat(paper.get("name").asString()).isEqualTo(kept);
        assertThat(paper.get("content").asString()).isEqualTo(content);
        assertThat(paper.get("size").asInt()).isEqualTo(file.length);
        assertThat(paper.get("actor").asString()).isEqualTo("nacka");
        assertThat(paper.get("sha256").asString()).isEqualTo(hash(file));
        var asking = Running.as("solna.tib");
        var got = asking.http()
                .send(asking.request("/papers/" + id, "text/html").GET().build(), BodyHandlers.ofByteArray());
        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.body()).isEqualTo(file);
        var headers = got.headers();
        assertThat(headers.firstValue("Content-Disposition").orElse("")).startsWith("attachment;");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("Content-Security-Policy")).containsExactly("default-src 'none'; sandbox");
        assertThat(headers.firstValue("Content-Type").orElse("")).doesNotContain("html", "svg", "script");
    }

    static String hash(byte[] file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    }

    static Stream<Arguments> refused() {
        var zeros = new byte[30 * MB];
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
        var exe = new byte[2_000];
        System.arraycopy(HexFormat.of().parseHex("4d5a90000300000004000000ffff0000"), 0, exe, 0, 16);
        var elf = new byte[2_000];
        System.arraycopy(HexFormat.of().parseHex("7f454c46020101000000000000000000"), 0, elf, 0, 16);
        return Stream.of(
                Arguments.of("avtal.pdf", exe, "paper.content"),
                Arguments.of("avtal.pdf", elf, "paper.content"),
                Arguments.of("avtal.txt", text("#!/bin/sh\nrm -rf /"), "paper.content"),
                Arguments.of("avtal.txt", text("  <html><script>alert(1)</script>"), "paper.content"),
                Arguments.of("bild.svg", text(svg), "paper.svg"),
                Arguments.of("bild.png", text("<?xml version=\"1.0\"?>" + svg), "paper.svg"),
                Arguments.of("tom.pdf", new byte[0], "paper.empty"),
                Arguments.of("../../etc/passwd.pdf", Sent.pdf(), "paper.name"),
                Arguments.of("arkiv.zip", Sent.zip(Map.of("a.exe", exe)), "paper.archive"),
                Arguments.of("trasig.docx", text("PK\u0003\u0004trasig"), "paper.archive"),
                Arguments.of("bomb.docx", office("word/document.xml", Map.of("word/bomb.xml", zeros)), "paper.bomb"),
                Arguments.of("many.docx", office("word/document.xml", many()), "paper.bomb"),
                Arguments.of(
                        "makro.docx", office("word/document.xml", Map.of("word/vbaProject.bin", XML)), "paper.macros"),
                Arguments.of("stor.pdf", Sent.pdf(25 * MB + MB / 10), "paper.too-large"));
    }

    private static Map<String, byte[]> many() {
        var all = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 6_000; i++) all.put("word/" + i + ".xml", XML);
        return all;
    }

    @ParameterizedTest
    @MethodSource
    void refused(String name, byte[] file, String code) {
        var thing = thing();
        long before = Running.server().position();
        var answer = Sent.attach("nacka.tib", thing, name, file).expect(422);
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
        assertThat(answer.json().get("field").asString()).isEqualTo("file");
        assertThat(Running.server().position()).isEqualTo(before);
        assertThat(Running.as("nacka.tib").get("/api/papers?of=" + thing).json())
                .isEmpty();
    }

    @Test
    void oneOf24_9MegabytesIsTakenAndTheSameTwiceIsStoredOnce() throws Exception {
        var file = Sent.pdf(25 * MB - MB / 10);
        var thing = thing();
        var key = UUID.randomUUID();
        var id = Sent.attach(Running.as("nacka.tib"), thing, "stor.pdf", file, key)
                .expect(201)
                .id();
        assertThat(Sent.attach(Running.as("nacka.tib"), thing, "stor.pdf", file, key)
                        .expect(201)
                        .id())
                .as("the same sent again")
                .isEqualTo(id);
        Sent.attach(Running.as("nacka.tib"), thing, "stor.pdf", Sent.pdf(), key).expect(422);
        var again = Sent.attach("taby.tib", thing, "annat namn.pdf", file).expect(422);
        assertThat(again.json().get("detail").asString()).contains("stor.pdf");
        Sent.attach("taby.tib", thing(), "annat namn.pdf", file).expect(201);
        var stored = Running.server()
                .part(JdbcClient.class)
                .sql("select count(*), sum(length(bytes)), max(length(bytes)) from paper_part where sha256 = ?")
                .param(HexFormat.of().parseHex(hash(file)))
                .query((row, n) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
        assertThat(stored).containsExactly(25L, (long) file.length, (long) MB);
    }

    @Test
    void moreThanTheEdgeLetsInIsRefusedThere() {
        var answer = Sent.attach("nacka.tib", thing(), "film.pdf", new byte[41 * MB]);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("code").asString()).isEqualTo("error.paper-too-large");
    }

    @Test
    void whoDoesNotSeeTheThingFindsNothing_S1() {
        var thing = thing();
        var id = Sent.attach("taby.tib", thing, "a.pdf", Sent.pdf()).expect(201).id();
        var outsider = Running.as("utom.flygplats");
        outsider.get("/papers/" + id).expect(404);
        outsider.get("/api/papers?of=" + thing).expect(404);
        Sent.attach("utom.flygplats", thing, "b.pdf", Sent.pdf()).expect(404);
        Running.as("taby.tib").get("/papers/" + UUID.randomUUID()).expect(404);
        Running.anybody().get("/api/papers/" + id).expect(401);
        Sent.attach("taby.tib", UUID.randomUUID(), "b.pdf", Sent.pdf()).expect(404);
        Sent.attach("taby.tib", id, "to-a-paper.pdf", Sent.pdf()).expect(404);
    }

    /** The addresses that take files are tried here by all who may not, and who may acts in its own name. */
    @Test
    void nobodyAttachesInAnothersName_A4() {
        var document = Running.as("taby.tib")
                .get("/api/agreement")
                .expect(200)
                .json()
                .get("documents")
                .get(0);
        var version = UUID.fromString(document.get("id").asString());
        for (var function : Acts.CAST.keySet()) {
            long before = Running.server().position();
            int status = as(function, version, Sent.pdf());
            boolean may = function.equals("ssr/kansli");
            assertThat(status == 201).as(function + " " + status).isEqualTo(may);
            var since = Running.server().part(Journal.class).since(before, 10);
            assertThat(since)
                    .allMatch(entry -> (entry.by().actor() + "/" + entry.by().function()).equals(function));
            if (!may) assertThat(since).isEmpty();
        }
        var over = CaseTest.after("ending");
        assertThat(as("taby/tib", over, Sent.pdf())).isEqualTo(422);
        assertThat(as("taby/admin", thing(), Sent.pdf())).isEqualTo(403);
    }

    private static int as(String function, UUID of, byte[] file) {
        var by = Running.as(Acts.CAST.get(function));
        return by.send(by.request("/api/papers/" + of, "application/json")
                        .header("Samlad-Function", function)
                        .header("Content-Type", "multipart/form-data; boundary=" + Sent.BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(Sent.body(Map.of(), "a.pdf", file))))
                .status();
    }

    @Test
    void aPaperIsWithdrawnByWhoAttachedItAndStaysReadable_C5() {
        var thing = thing();
        var file = Sent.pdf();
        var id = Sent.attach("nacka.tib", thing, "a.pdf", file).expect(201).id();
        Running.as("taby.tib")
                .post("/api/papers/" + id + "/withdrawal", "{\"reason\":\"Fel\"}")
                .expect(403);
        Running.as("nacka.tib").post("/api/papers/" + id + "/withdrawal", "{}").expect(422);
        Running.as("nacka.chef")
                .post("/api/papers/" + id + "/withdrawal", "{\"reason\":\"Fel version\"}")
                .expect(201);
        Running.as("nacka.chef")
                .post("/api/papers/" + id + "/withdrawal", "{\"reason\":\"Fel version\"}")
                .expect(422);
        assertThat(Running.as("taby.tib").page("/cases/" + thing).body()).contains("Tillbakadragen: Fel version");
        Running.as("taby.tib").get("/papers/" + id).expect(200);
        Sent.attach("nacka.tib", thing, "a.pdf", file).expect(201);
    }

    /** As a browser without script: the page comes again with what is wrong at the field, and then with the paper. */
    @Test
    void theFormWorksWithoutScript() throws Exception {
        var thing = thing();
        var visitor = Visitor.of("taby.tib");
        assertThat(sent(visitor, thing, "bild.svg", text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"))
                        .expect(422)
                        .body())
                .contains("SVG kan innehålla program", "id=\"paper-" + thing + "-file-wrong\"");
        assertThat(sent(visitor, thing, "Protokoll å.pdf", Sent.pdf())
                        .expect(200)
                        .body())
                .contains("Protokoll å.pdf");
        var hidden = Visitor.hidden(visitor.get("/cases/" + thing).body(), "id=\"paper-" + thing + "\"");
        assertThat(visitor.post("/papers/" + thing, hidden).expect(422).body()).contains("Välj en fil");
        visitor.sessionEnds();
        assertThat(sent(visitor, hidden, thing, Sent.pdf()).status()).isEqualTo(401);
    }

    private static Answer sent(Visitor visitor, UUID thing, String name, byte[] file) throws Exception {
        var hidden = Visitor.hidden(visitor.get("/cases/" + thing).body(), "id=\"paper-" + thing + "\"");
        return visitor.send("/papers/" + thing, Sent.BOUNDARY, Sent.body(hidden, name, file));
    }

    private static Answer sent(Visitor visitor, Map<String, String> hidden, UUID thing, byte[] file) {
        return visitor.send("/papers/" + thing, Sent.BOUNDARY, Sent.body(hidden, "a.pdf", file));
    }
}
