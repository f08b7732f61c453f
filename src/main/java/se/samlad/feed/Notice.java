package se.samlad.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.warning.County.Reach;
import se.samlad.warning.County.Touch;
import se.samlad.warning.Warning;
import se.samlad.warning.Warning.Color;
import se.samlad.warning.Warning.Form;
import se.samlad.warning.Warning.Severity;
import se.samlad.warning.Warning.Status;

/**
 * A warning as it is recorded: exactly what is shown of it. Equal notices have equal contents.
 *
 * @param id the source's own
 * @param sent when its source issued it
 * @param onset null: not said
 * @param expires null: the end is open, or the source's value is not credible
 * @param level the source's own word or code
 * @param where the area in the source's own words; may be empty
 * @param municipalities codes ("0114") of the municipalities that it may touch
 * @param certain true: it touches exactly these; false: it touches some of these
 * @param link http(s), or empty
 */
public record Notice(
        String id,
        String source,
        Form form,
        Status status,
        int version,
        Instant sent,
        @Nullable Instant onset,
        @Nullable Instant expires,
        Severity severity,
        Color color,
        String level,
        List<Place> areas,
        String where,
        Touch touch,
        List<String> municipalities,
        boolean certain,
        Said sv,
        Said en,
        String link) {

    /** A named area. The code is the source's own; a name that is not known is empty. */
    public record Place(String code, String name, String nameEn) {

        /** The name, or the code where there is none. */
        public String name(boolean swedish) {
            var own = swedish || nameEn.isEmpty() ? name : nameEn;
            return own.isEmpty() ? code : own;
        }
    }

    /** Its texts in one language; empty where the source has none. */
    public record Said(String headline, String event, String level, String text) {}

    private static final int LINE = 300;
    private static final int TEXT = 8_000;
    private static final int PLACES = 100;
    private static final String CUT = " […]";

    public Notice {
        areas = List.copyOf(areas);
        municipalities = List.copyOf(municipalities);
    }

    static Notice of(Warning w, Reach reach) {
        return new Notice(
                w.id(),
                w.form().source(),
                w.form(),
                w.origin().status(),
                w.version(),
                w.sent(),
                w.span().onset(),
                w.span().expires(),
                w.grade().severity(),
                w.grade().color(),
                cut(w.grade().level(), LINE),
                w.extent().areas().stream().limit(PLACES).map(Notice::place).toList(),
                cut(w.extent().words(), LINE),
                reach.touch(),
                List.copyOf(reach.municipalities()),
                reach.certain(),
                said(w.texts().sv()),
                said(w.texts().en()),
                w.origin().link());
    }

    private static Place place(Warning.Area area) {
        return new Place(cut(area.code(), LINE), cut(area.name(), LINE), cut(area.nameEn(), LINE));
    }

    private static Said said(Warning.Words words) {
        return new Said(
                cut(words.headline(), LINE),
                cut(words.event(), LINE),
                cut(words.level(), LINE),
                cut(words.text(), TEXT));
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) return text;
        int end = most - CUT.length();
        if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
        return text.substring(0, end) + CUT;
    }

    /** The headline in Swedish, or in English where there is none. */
    public String headline() {
        return sv.headline().isEmpty() ? en.headline() : sv.headline();
    }

    /** Its texts in the language; each part falls back to the other language. */
    public Said said(boolean swedish) {
        var first = swedish ? sv : en;
        var other = swedish ? en : sv;
        return new Said(
                either(first.headline(), other.headline()),
                either(first.event(), other.event()),
                either(first.level(), other.level()),
                either(first.text(), other.text()));
    }

    private static String either(String first, String other) {
        return first.isEmpty() ? other : first;
    }

    /**
     * The title of an incident that is made from it, at most 200 characters, with the mark of an exercise or test in
     * front.
     */
    public String title() {
        var said = said(true);
        var what = form == Form.SMHI_V2 && !said.event().isEmpty() ? said.event() + ": " + said.headline() : headline();
        return cut((status == Status.ACTUAL ? "" : mark() + ": ") + (what.isBlank() ? id : what), 200);
    }

    private String mark() {
        return switch (status) {
            case EXERCISE -> "ÖVNING";
            case TEST -> "TEST";
            case SYSTEM -> "SYSTEM";
            case DRAFT -> "UTKAST";
            case ACTUAL -> "";
        };
    }

    boolean pretended() {
        return status != Status.ACTUAL;
    }

    /** Whether it may touch the county or the municipality; false where its area is unknown. */
    boolean touches(String area) {
        return se.samlad.warning.County.isCounty(area)
                ? touch == Touch.COUNTY || touch == Touch.PART || touch == Touch.SEA
                : municipalities.contains(area);
    }

    /** Whether those who watch the area should see it: it touches the area, or its area is unknown. */
    boolean concerns(String area) {
        return touch == Touch.UNKNOWN || touches(area);
    }
}
