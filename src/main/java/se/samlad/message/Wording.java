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
 * The words of a message, its audience and its channels.
 *
 * @param audience as the writer put it; see {@link #forThePublic}
 * @param channels where it is published, such as {@code webb}; may be empty
 * @param topic what it is about, to find other messages about the same; null: only the title tells
 * @param english the English version; null: Swedish only
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
    /** The usual audiences and channels, and the keys of their texts. */
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

    /** Title and text in English, for the public page and CAP. */
    public record English(String title, String text) {}

    public Wording {
        channels = List.copyOf(channels);
    }

    /**
     * Whether the English words are those of an earlier wording although the Swedish ones are not.
     *
     * @param already whether that was so for the earlier wording
     */
    boolean keepsEnglishOf(Wording before, boolean already) {
        boolean sameSwedish = title.equals(before.title) && text.equals(before.text);
        return english != null && english.equals(before.english) && (already || !sameSwedish);
    }

    /** An audience or channel in the reader's language if it is a usual one, else as it was written. */
    public static String named(String each, Say say) {
        var key = USUAL.get(each);
        return key == null ? each : say.text("message.usual." + key);
    }

    /** Whether an audience or channel is one of those that forms offer, which have a name in each language. */
    static boolean isUsual(String each) {
        return USUAL.containsKey(each);
    }

    /** The channels in the reader's language. */
    public String channels(Say say) {
        return channels.stream().map(each -> named(each, say)).collect(Collectors.joining(", "));
    }

    /** The audience in the reader's language. */
    public String audience(Say say) {
        return named(audience, say);
    }

    /**
     * The wording as it is recorded: limited in length, without invisible characters.
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
                Plain.optionalTitle(topic, "topic"),
                english(english));
    }

    private static List<String> channels(@Nullable List<@Nullable String> said) {
        if (said == null) return List.of();
        if (said.size() > MOST_CHANNELS) throw new Refused("message.channels.too-many", MOST_CHANNELS).at("channels");
        return said.stream()
                .filter(c -> !Plain.isEmpty(c))
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

    /** Requires both title and text, or neither. */
    @SuppressWarnings("ConstantValue")
    private static @Nullable English english(@Nullable English said) {
        if (said == null || (Plain.isEmpty(said.title()) && Plain.isEmpty(said.text()))) return null;
        return new English(Plain.title(said.title(), "english.title"), Plain.text(said.text(), "english.text"));
    }

    /**
     * Whether the audience is the public: a text that begins with {@code Allmänheten}, or one of a few other words.
     * Every other audience is treated as limited, so that a guess never makes a message public.
     */
    public static boolean forThePublic(String audience) {
        var plain = audience.toLowerCase(Locale.ROOT).strip();
        return PUBLIC.contains(plain) || PUBLIC_FIRST.contains(plain.split("[\\s,;:/]+", 2)[0]);
    }
}
