package se.samlad.paper;

import java.util.List;

/** What a paper may be. Its first extension is the one that a name gets. */
public enum Content {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    HEIC("image/heic", "heic", "heif"),
    TEXT("text/plain", "txt", "md", "log"),
    CSV("text/csv", "csv");

    /** For the field that a browser chooses a file by; a phone offers its camera for it too. */
    public static final String ACCEPT =
            ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,image/jpeg,image/png,image/gif,image/webp,image/heic,.txt,.csv";

    private final String type;
    private final List<String> extensions;

    Content(String type, String... extensions) {
        this.type = type;
        this.extensions = List.of(extensions);
    }

    /** Its media type. */
    String type() {
        return type;
    }

    List<String> extensions() {
        return extensions;
    }
}
