package se.samlad.message;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.web.Say;

/**
 * What a message says, to whom and where.
 *
 * @param audience in the writer's words; see {@link #forThePublic}
 * @param channels where it is said, such as {@code webb}; may be empty
 * @param topic what it is about, for finding others about the same; null: only its title tells
 * @param english the same in English; null: only in Swedish
 */
public record Wording(
        String title,
        String text,
        String audience,
        List<String> channels,
        @Nullable String topic,
        @Nullable English english) {

    private static final List<String> AUDIENCES = List.of("Allmänheten", "Medier", "Aktörerna", "Egen personal");

    private static final List<String> CHANNELS = List.of("webb", "sociala medier", "press", "P4", "VMA", "113 13");
    /** Those of them that are words, and the keys of their texts. */
    private static final Map<String, String> USUAL = Map.of(
            "Allmänheten", "public",
            "Medier", "media",
            "Aktörerna", "actors",
            "Egen personal", "staff",
            "webb", "web",
            "sociala medier", "social",
            "press", "press");

    private static final int MOST_CHANNELS = 20;
    private static final Set<String> PUBLIC =
            Set.of("alla", "public", "the public", "general public", "the general public", "everyone", "residents");
    private static final Set<String> PUBLIC_FIRST = Set.of("allmänheten", "allmänhet", "invånare", "invånarna");

    /** The same in English, for the public page and CAP. */
    public record English(String title, String text) {}

    public Wording {
        channels = List.copyOf(channels);
    }

    /** An audience or channel in the reader's language where it is a usual one; else as it was written. */
    public static String named(String each, Say say) {
        var key = USUAL.get(each);
        return key == null ? each : say.text("message.usual." + key);
    }

    /** Where it is to be said, in the reader's language. */
    public String channels(Say say) {
        return channels.stream().map(each -> named(each, say)).collect(Collectors.joining(", "));
    }

    /** Whom it is for, in the reader's language. */
    public String audience(Say say) {
        return named(audience, say);
    }

    /**
     * As it is recorded: bounded, without what can't be seen.
     *
     * @throws Refused text.missing, text.too-long or message.channels.too-many
     */
    static Wording of(
            @Nullable String title,
            @Nullable String text,
            @Nullable String audience,
            @Nullable List<@Nullable String> channels,
            @Nullable String topic,
            @Nullable English english) {
        return new Wording(
                Plain.title(title, "title"),
                Plain.text(text, "text"),
                Plain.title(audience, "audience"),
                channels(channels),
                topic == null || topic.isBlank() ? null : Plain.title(topic, "topic"),
                english(english));
    }

    private static List<String> channels(@Nullable List<@Nullable String> said) {
        if (said == null) return List.of();
        if (said.size() > MOST_CHANNELS) throw new Refused("message.channels.too-many", MOST_CHANNELS);
        return said.stream()
                .filter(c -> c != null && !c.isBlank())
                .map(c -> Plain.title(c, "channels"))
                .distinct()
                .toList();
    }

    /** The audiences that forms offer, the public first. */
    public static List<String> audiences() {
        return AUDIENCES;
    }

    /** The channels that forms offer. */
    public static List<String> usualChannels() {
        return CHANNELS;
    }

    /** Both or neither of title and text. */
    @SuppressWarnings("ConstantValue")
    private static @Nullable English english(@Nullable English said) {
        if (said == null || (blank(said.title()) && blank(said.text()))) return null;
        return new English(Plain.title(said.title(), "english.title"), Plain.text(said.text(), "english.text"));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /**
     * Whether the audience is the public: {@code Allmänheten} and what begins so, and a few words more. Anything else is
     * not, so that a message to some never lies open to all by a guess.
     */
    public static boolean forThePublic(String audience) {
        var plain = audience.toLowerCase(Locale.ROOT).strip();
        return PUBLIC.contains(plain) || PUBLIC_FIRST.contains(plain.split("[\\s,;:/]+", 2)[0]);
    }
}
