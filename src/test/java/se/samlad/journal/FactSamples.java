package se.samlad.journal;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A stored sample of every fact. {@code main} writes those that are missing and never touches one that is there. */
final class FactSamples {

    static final Path FOLDER = Path.of("src/test/resources/facts");

    private FactSamples() {}

    /** Found once: it takes seconds to read all classes. */
    private static final List<Class<? extends Fact>> ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("se.samlad").stream()
                    .filter(c -> c.isAssignableTo(Fact.class) && c.isRecord())
                    .map(JavaClass::reflect)
                    .<Class<? extends Fact>>map(c -> c.asSubclass(Fact.class))
                    .toList();

    /** Every fact of every room. */
    static List<Class<? extends Fact>> all() {
        return ALL;
    }

    static Codec codec() {
        return new Codec(all().stream().<Facts>map(Facts::new).toList());
    }

    static Path file(Class<? extends Fact> fact) {
        return FOLDER.resolve(fact.getAnnotation(Stored.class).value() + ".json");
    }

    public static void main(String[] args) throws IOException {
        Files.createDirectories(FOLDER);
        var codec = codec();
        for (var fact : all()) {
            if (!Files.exists(file(fact))) Files.writeString(file(fact), codec.encode((Fact) made(fact)));
        }
    }

    private static Object made(Type type) {
        if (type instanceof ParameterizedType p)
            return collection((Class<?>) p.getRawType(), p.getActualTypeArguments());
        var plain = (Class<?>) type;
        if (plain.isEnum()) return plain.getEnumConstants()[0];
        if (plain.isRecord()) return record(plain);
        if (plain.isSealed()) return made(plain.getPermittedSubclasses()[0]);
        return switch (plain.getName()) {
            case "java.lang.String" -> "Snöoväder";
            case "java.util.UUID" -> UUID.fromString("01234567-89ab-4cde-8f01-23456789abcd");
            case "java.time.Instant" -> Instant.parse("2026-01-10T05:00:00.123456Z");
            case "java.time.LocalDate" -> LocalDate.of(2026, 1, 10);
            case "java.time.LocalTime" -> LocalTime.of(9, 30);
            case "java.time.Duration" -> Duration.ofMinutes(90);
            case "boolean", "java.lang.Boolean" -> true;
            case "int", "java.lang.Integer" -> 26;
            case "long", "java.lang.Long" -> 26L;
            case "double", "java.lang.Double" -> 1.5;
            default -> throw new IllegalStateException("write a sample by hand: there is none for " + plain);
        };
    }

    private static Object collection(Class<?> raw, Type[] of) {
        if (raw == List.class) return List.of(made(of[0]));
        if (raw == Set.class) return Set.of(made(of[0]));
        if (raw == Map.class) return Map.of(made(of[0]), made(of[1]));
        throw new IllegalStateException("write a sample by hand: there is none for " + raw);
    }

    private static Object record(Class<?> plain) {
        try {
            var parts = plain.getRecordComponents();
            var types = Arrays.stream(parts).map(c -> c.getType()).toArray(Class<?>[]::new);
            var constructor = plain.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(
                    Arrays.stream(parts).map(c -> made(c.getGenericType())).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("write a sample by hand: none could be made of " + plain, e);
        }
    }
}
