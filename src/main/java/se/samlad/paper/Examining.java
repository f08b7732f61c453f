package se.samlad.paper;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import se.samlad.journal.Refused;

/** Tells by a file's bytes what it is, whatever it is called. Refuses all that is not in {@link Content}. */
final class Examining {

    static final long LARGEST = 25L * 1024 * 1024;
    private static final int BLOCK = 64 * 1024;

    private Examining() {}

    /** @throws Refused paper.empty, paper.too-large, paper.content, paper.svg, or of what a container holds, at the field */
    static Content of(Path file, String name) throws IOException {
        long size = Files.size(file);
        if (size == 0) throw new Refused("paper.empty").at("file");
        if (size > LARGEST)
            throw new Refused("paper.too-large", LARGEST / 1024 / 1024, Paper.megabytes(size)).at("file");
        var type = detected(file);
        if (type.equals("image/svg+xml")) throw new Refused("paper.svg").at("file");
        var container = Container.of(file, type);
        if (container.isPresent()) return container.get();
        return known(type).or(() -> heic(type)).or(() -> text(file, name)).orElseThrow(() -> new Refused(
                        "paper.content")
                .at("file"));
    }

    /** By its first bytes; its name is not told. */
    private static String detected(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK)) {
            return MimeTypes.getDefaultMimeTypes()
                    .detect(in, new Metadata())
                    .getBaseType()
                    .toString();
        }
    }

    private static Optional<Content> known(String type) {
        return Arrays.stream(Content.values())
                .filter(content -> content != Content.TEXT && content != Content.CSV)
                .filter(content -> content.type().equals(type))
                .findFirst();
    }

    private static Optional<Content> heic(String type) {
        return type.equals("image/heif") || type.equals("image/heic-sequence")
                ? Optional.of(Content.HEIC)
                : Optional.empty();
    }

    /** Text throughout, that no program takes for something to run: no mark-up and no script. */
    private static Optional<Content> text(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = new byte[BLOCK];
            int first = 0;
            for (int n = in.read(block); n > 0; n = in.read(block)) {
                for (int i = 0; i < n; i++) if (isControl(block[i])) return Optional.empty();
                if (first == 0) first = firstLetter(block, n);
                if (first == '<' || startsScript(block, n)) return Optional.empty();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Optional.of(Named.extension(name).equals("csv") ? Content.CSV : Content.TEXT);
    }

    private static boolean isControl(byte letter) {
        return letter >= 0 && letter < ' ' && letter != '\t' && letter != '\n' && letter != '\r' && letter != '\f';
    }

    /** Past a byte order mark and white space; 0: there is none yet. */
    private static int firstLetter(byte[] block, int length) {
        for (int i = 0; i < length; i++) {
            int letter = block[i] & 0xff;
            if (letter > ' ' && letter != 0xef && letter != 0xbb && letter != 0xbf) return letter;
        }
        return 0;
    }

    private static boolean startsScript(byte[] block, int length) {
        return length > 1 && block[0] == '#' && block[1] == '!';
    }
}
