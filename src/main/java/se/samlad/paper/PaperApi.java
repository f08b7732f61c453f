package se.samlad.paper;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;

/** Papers, for programs and forms. A file is sent as {@code multipart/form-data}, in the part {@code file}. */
@RestController
class PaperApi {

    record Why(@Nullable String reason) {}

    /** @param withdrawn why it is not to be used any more; null: it is @param disposed whether its name, hash and bytes are gone */
    record Listed(
            UUID id,
            String name,
            Content content,
            long size,
            String sha256,
            String actor,
            Instant at,
            @Nullable String withdrawn,
            boolean disposed) {

        static Listed of(Paper paper) {
            var fact = paper.fact();
            return new Listed(
                    paper.id(),
                    fact.name(),
                    fact.content(),
                    fact.size(),
                    fact.sha256(),
                    paper.by().actor(),
                    paper.at(),
                    paper.withdrawn(),
                    paper.isDisposed());
        }
    }

    private final Papers papers;

    PaperApi(Papers papers) {
        this.papers = papers;
    }

    /** @param of the thing that has them */
    @GetMapping("/api/papers")
    List<Listed> all(@RequestParam("of") UUID of, Viewer viewer) {
        var first = papers.thing(of, viewer);
        return papers.of(of, first.stream(), viewer).stream().map(Listed::of).toList();
    }

    /** Attaches the file to the thing. */
    @PostMapping(path = "/api/papers/{of}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Recorded attach(@PathVariable UUID of, HttpServletRequest request, Acting by, Once once)
            throws IOException, ServletException {
        papers.thing(of, by.viewer());
        var type = String.valueOf(request.getContentType());
        var part = type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE) ? request.getPart("file") : null;
        if (part == null
                || part.getSubmittedFileName() == null
                || part.getSubmittedFileName().isEmpty()) throw new Refused("paper.none").at("file");
        var file = Files.createTempFile("paper", null);
        try {
            var sha256 = sha256();
            try (var to = new DigestOutputStream(Files.newOutputStream(file), sha256);
                    var from = part.getInputStream()) {
                from.transferTo(to);
            }
            var hash = HexFormat.of().formatHex(sha256.digest());
            return papers.attach(
                    of, new Papers.Came(file, part.getSubmittedFileName(), part.getSize(), hash), by, once);
        } finally {
            Files.delete(file);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @PostMapping("/api/papers/{id}/withdrawal")
    Recorded withdraw(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return papers.withdraw(id, said.reason(), by, once);
    }

    /** The bytes. A browser keeps them as a file and never shows them as a page of ours. */
    @GetMapping({"/api/papers/{id}", "/papers/{id}"})
    void content(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) throws IOException {
        var paper = papers.get(id, viewer);
        byte[] first = papers.begin(paper);
        var name = ContentDisposition.attachment()
                .filename(paper.name(), StandardCharsets.UTF_8)
                .build();
        response.setContentType(paper.fact().content().type());
        response.setContentLengthLong(paper.fact().size());
        response.setHeader("Content-Disposition", name.toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("Cache-Control", "private, no-store");
        papers.copy(paper, first, response.getOutputStream());
    }
}
