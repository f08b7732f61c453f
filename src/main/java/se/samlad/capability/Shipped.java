package se.samlad.capability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import se.samlad.figure.Capability;

/** The list that comes with Samlad, until the secretariat writes one: {@code capability/capabilities.yaml}. It is our own proposal. */
final class Shipped {

    static final Sheet SHEET = read();

    private Shipped() {}

    private static Sheet read() {
        try (var in = Shipped.class.getResourceAsStream("/capability/capabilities.yaml")) {
            Map<String, List<Map<String, String>>> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new Sheet(
                    list(yaml, "levels").stream().map(Shipped::word).toList(),
                    list(yaml, "parts").stream()
                            .map(each -> new Sheet.Part(
                                    text(each, "code"),
                                    Capability.valueOf(text(each, "capability")),
                                    word(each),
                                    null,
                                    null))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> list(Map<String, List<Map<String, String>>> yaml, String name) {
        var list = yaml.get(name);
        if (list == null) throw new IllegalStateException(name + " is missing");
        return list;
    }

    private static Sheet.Word word(Map<String, String> each) {
        return new Sheet.Word(text(each, "sv"), text(each, "en"));
    }

    private static String text(Map<String, String> in, String name) {
        var text = in.get(name);
        if (text == null) throw new IllegalStateException(name + " is missing");
        return text;
    }
}
