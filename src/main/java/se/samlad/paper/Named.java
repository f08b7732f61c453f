package se.samlad.paper;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.web.Letters;

/** The name of a paper: one that no system takes for a path, and that ends as its bytes say. */
final class Named {

    static final int LONGEST = 120;
    private static final Pattern STEP = Pattern.compile("(^|[/\\\\])\\.\\.([/\\\\]|$)");
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");
    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{1,8})$");

    private Named() {}

    /** @throws Refused paper.name, for one that leads elsewhere */
    static String of(@Nullable String given, Content content) {
        var all = given == null ? "" : given;
        if (STEP.matcher(all).find()) throw new Refused("paper.name").at("file");
        var last = all.substring(Math.max(all.lastIndexOf('/'), all.lastIndexOf('\\')) + 1);
        var plain = Letters.isEmpty(last) ? "" : shortened(last);
        var clean = FORBIDDEN.matcher(plain).replaceAll("_").replaceAll("^[.\\s]+|[.\\s]+$", "");
        var extension = extension(clean);
        var base = extension.isEmpty() ? clean : clean.substring(0, clean.length() - extension.length() - 1);
        if (!content.extensions().contains(extension))
            extension = content.extensions().getFirst();
        if (base.isBlank()) base = "paper";
        int most = LONGEST - extension.length() - 1;
        return cut(base, most) + "." + extension;
    }

    private static String shortened(String name) {
        return Plain.title(name.length() <= Plain.TITLE ? name : end(name), "file");
    }

    /** What a name that is too long ends with: its extension is there. */
    private static String end(String name) {
        return name.substring(name.offsetByCodePoints(name.length(), -Plain.TITLE / 2));
    }

    private static String cut(String base, int most) {
        if (base.length() <= most) return base;
        int end = Character.isHighSurrogate(base.charAt(most - 1)) ? most - 1 : most;
        return base.substring(0, end).strip();
    }

    /** In lower case, without its dot; empty: there is none. */
    static String extension(String name) {
        var found = EXTENSION.matcher(name);
        return found.find() && found.start() > 0 ? found.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
