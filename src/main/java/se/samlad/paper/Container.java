package se.samlad.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import se.samlad.journal.Refused;

/** An office file: an archive whose entries say what it is. It is unpacked once, to nowhere, and bounded. */
final class Container {

    private static final int ENTRIES = 5_000;
    private static final int RATIO = 100;
    /** Small files may shrink more: what they unpack to is small too. */
    private static final long UNBOUNDED = 10L * 1024 * 1024;

    private static final long LARGEST = 400L * 1024 * 1024;
    private static final Set<String> TYPES = Set.of("application/zip", "application/x-tika-ooxml");
    private static final int TYPE_LENGTH = 100;

    private Container() {}

    /**
     * @param type as its first bytes say
     * @return empty: it is no archive
     * @throws Refused paper.archive, paper.bomb, paper.macros, at the field
     */
    static Optional<Content> of(Path file, String type) throws IOException {
        boolean archive = TYPES.contains(type) || type.startsWith("application/vnd.o") || type.endsWith("+zip");
        if (!archive) return Optional.empty();
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            return Optional.of(of(zip, Files.size(file)));
        } catch (ZipException | IllegalArgumentException e) {
            throw new Refused("paper.archive").at("file"); // broken, or made so that readers differ
        }
    }

    private static Content of(ZipFile zip, long packed) throws IOException {
        if (zip.size() > ENTRIES) throw new Refused("paper.bomb").at("file");
        long most = Math.min(LARGEST, Math.max(UNBOUNDED, packed * RATIO));
        var names = new HashSet<String>();
        var entries = zip.entries();
        byte[] block = new byte[64 * 1024];
        while (entries.hasMoreElements()) {
            var entry = entries.nextElement();
            names.add(entry.getName());
            most -= unpacked(zip, entry, block, most);
        }
        if (names.stream().anyMatch(Container::isMacro)) throw new Refused("paper.macros").at("file");
        return content(zip, names).orElseThrow(() -> new Refused("paper.archive").at("file"));
    }

    /** Counted as it comes: what an entry says of its size may be a lie. */
    private static long unpacked(ZipFile zip, ZipEntry entry, byte[] block, long most) throws IOException {
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(block); n > 0; n = in.read(block)) {
                size += n;
                if (size > most) throw new Refused("paper.bomb").at("file");
            }
        }
        return size;
    }

    private static boolean isMacro(String entry) {
        return entry.endsWith("vbaProject.bin") || entry.startsWith("Basic/") || entry.startsWith("Scripts/");
    }

    private static Optional<Content> content(ZipFile zip, Set<String> names) throws IOException {
        var stated = zip.getEntry("mimetype");
        if (stated != null) {
            try (InputStream in = zip.getInputStream(stated)) {
                var type = new String(in.readNBytes(TYPE_LENGTH), StandardCharsets.US_ASCII).strip();
                return Set.of(Content.ODT, Content.ODS, Content.ODP).stream()
                        .filter(content -> content.type().equals(type))
                        .findFirst();
            }
        }
        if (!names.contains("[Content_Types].xml")) return Optional.empty();
        if (names.contains("word/document.xml")) return Optional.of(Content.DOCX);
        if (names.contains("xl/workbook.xml")) return Optional.of(Content.XLSX);
        if (names.contains("ppt/presentation.xml")) return Optional.of(Content.PPTX);
        return Optional.empty();
    }
}
