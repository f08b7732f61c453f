package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Looking changes nothing, so that no link and no picture of another site does anything. */
class NoGetChangesTest {

    /** What is only filled behind what was recorded, or says when something was last used. */
    private static final Set<String> FOLLOWS = Set.of("searchable", "word", "tree_tile", "flyway_schema_history");

    private final Prepared scene = Prepared.incident("Is som bara ses på");

    /** Every address there is, with something real in the place of each variable. */
    private Set<String> addresses() {
        return Running.server().part(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream())
                .flatMap(this::filled)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private java.util.stream.Stream<String> filled(String pattern) {
        return List.of(scene.incident(), scene.direction(), scene.report(), scene.published(), scene.onItsWay())
                .stream()
                .map(id -> pattern.replace("{code}", "taby")
                        .replace("{format}", "smhi")
                        .replace("{language}", "en")
                        .replaceAll("\\{\\w+}", id.toString()));
    }

    @Test
    void noAddressChangesAnythingWhenItIsLookedAt() {
        var visitor = Visitor.of("lst.tib");
        var all = addresses();
        all.addAll(List.of("/sign-out", "/sign-out?everywhere=yes", "/sign-in", "/logout", "/login"));
        assertThat(all).hasSizeGreaterThan(60);
        var before = everything();
        for (var address : all) {
            if (address.endsWith("/live")) continue; // a stream, which is open until it is closed
            visitor.get(
                    address + "?once=" + java.util.UUID.randomUUID() + "&function=lst/stab&act-as=lst/stab&title=a");
        }
        assertThat(everything()).isEqualTo(before);
        visitor.get("/turn").expect(200);
    }

    @Test
    void everyHandlerSaysByWhichMethodItIsAskedFor() {
        var any = Running.server().part(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().isEmpty()
                        || info.getMethodsCondition().getMethods().size() > 1
                                && info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(info -> info.getPatternValues().stream());
        assertThat(any).containsExactlyInAnyOrder("/error");
    }

    /** What the server can read and write of the database, but when sessions were last used. */
    private static List<String> everything() {
        var database = Running.server().part(JdbcClient.class);
        return database
                .sql("select tablename from pg_tables where schemaname = 'public'"
                        + " and has_table_privilege(format('%I.%I', schemaname, tablename), 'select') order by 1")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !FOLLOWS.contains(table))
                .map(table -> table + " "
                        + database.sql("select coalesce(md5(string_agg(row, '|' order by row)), '') from (select ("
                                        + (table.equals("spring_session")
                                                ? "session_id || coalesce(principal_name, '')"
                                                : "t::text")
                                        + ") row from " + table + " t) r")
                                .query(String.class)
                                .single())
                .toList();
    }
}
