package se.samlad.figure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.samlad.web.Say;

/** What the journal shows of a capability. How each is counted stands in the text {@code figure.how.<name>}. */
public enum Indicator {
    NOTIFIED(Capability.ACTIVATE, Unit.MINUTES),
    ACKNOWLEDGED_50(Capability.ACTIVATE, Unit.MINUTES),
    ACKNOWLEDGED_90(Capability.ACTIVATE, Unit.MINUTES),
    ACKNOWLEDGED_100(Capability.ACTIVATE, Unit.MINUTES),
    CONFERENCE(Capability.ACTIVATE, Unit.MINUTES),
    STAFF(Capability.ACTIVATE, Unit.MINUTES),
    TRIALS(Capability.ACTIVATE, Unit.PERCENT),
    PICTURE(Capability.PICTURE, Unit.MINUTES),
    PICTURE_AGE(Capability.PICTURE, Unit.MINUTES),
    /** Of one incident alone: it takes the actors' own reports. */
    REPORTS(Capability.PICTURE, Unit.PERCENT),
    /** Of one incident alone, likewise. */
    HOLES(Capability.PICTURE, Unit.HOURS),
    MEASURES(Capability.COORDINATE, Unit.PERCENT),
    SUMMARIES(Capability.COORDINATE, Unit.PERCENT),
    DIRECTION(Capability.DIRECT, Unit.MINUTES),
    STANCES(Capability.DIRECT, Unit.PERCENT),
    MESSAGE(Capability.COMMUNICATE, Unit.MINUTES);

    /** What a value counts. */
    public enum Unit {
        MINUTES,
        HOURS,
        PERCENT
    }

    private final Capability capability;
    private final Unit unit;

    Indicator(Capability capability, Unit unit) {
        this.capability = capability;
        this.unit = unit;
    }

    public Capability capability() {
        return capability;
    }

    public Unit unit() {
        return unit;
    }

    public boolean isShare() {
        return unit == Unit.PERCENT;
    }

    /** Whether it can be said of one actor, and not only of all together. */
    public boolean isOfActor() {
        return switch (this) {
            case ACKNOWLEDGED_100, TRIALS, REPORTS, HOLES, MEASURES, SUMMARIES, STANCES -> true;
            default -> false;
        };
    }

    /** Whether it is counted for one incident at a time, and never over a year. */
    public boolean isOfOneIncident() {
        return this == REPORTS || this == HOLES;
    }

    /** The one that stands for its capability in the picture of the years. */
    public static Indicator of(Capability capability) {
        return switch (capability) {
            case ACTIVATE -> ACKNOWLEDGED_90;
            case PICTURE -> PICTURE;
            case COORDINATE -> MEASURES;
            case DIRECT -> STANCES;
            case COMMUNICATE -> MESSAGE;
        };
    }

    /** As in addresses and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static @Nullable Indicator find(String code) {
        for (var each : values()) if (each.code().equals(code)) return each;
        return null;
    }

    /** As a heading: {@code Från signal till konferens}. */
    public String heading(Say say) {
        return say.text("figure.heading." + this);
    }

    /** After its value: {@code från signal till konferens}. */
    public String title(Say say) {
        return say.text("figure.shows." + this);
    }

    /** A value in words: {@code 17 min}. */
    public String words(long value, Say say) {
        return say.text("figure.unit." + unit, say.number(value));
    }
}
