package se.samlad.play;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plays one scene against one server and reports each step. A failed step does not stop the run. */
final class Player {

    private final Scene scene;
    private final Path folder;
    private final Server server;
    private final String run;
    private final Report report;
    private final Variables known;
    private Duration clock = Duration.ZERO;

    /** @param folder the scene's folder: files that its steps send must be in it */
    Player(Scene scene, Path folder, Server server, String run, Report report) {
        this.scene = scene;
        this.folder = folder;
        this.server = server;
        this.run = run;
        this.report = report;
        this.known = new Variables(scene.start());
    }

    /** Prints the run. */
    record Report(PrintStream out, Texts texts) {

        void step(Scene scene, Scene.Step step, String as, List<String> wrong) {
            String time =
                    DateTimeFormatter.ofPattern("HH:mm").format(scene.start().plus(step.at()));
            String who = as.isEmpty() ? texts.get("anybody") : as;
            String went = texts.get(wrong.isEmpty() ? "ok" : "failed");
            out.printf(
                    "%3d  %s  %-22s %s: %s%n",
                    step.number(), time, who, step.line().in(texts.language()), went);
            wrong.forEach(line -> out.println("       ! " + line));
        }
    }

    /** @return how many calls failed, each once for each account that made it */
    int play() {
        int failed = 0;
        for (Scene.Step step : scene.steps()) {
            known.keep("now", known.time(step.at()));
            List<String> late = new ArrayList<>(moveClock(step));
            for (String as : step.as()) {
                List<String> wrong = new ArrayList<>(late);
                late.clear();
                wrong.addAll(played(step, as));
                report.step(scene, step, as, wrong);
                if (!wrong.isEmpty()) failed++;
            }
        }
        return failed;
    }

    private List<String> moveClock(Scene.Step step) {
        Scene.Clock mover = scene.clock();
        if (mover == null || step.at().compareTo(clock) <= 0 || !known.knows(mover.post())) return List.of();
        clock = step.at();
        String body = Server.write(Map.of("now", known.time(clock)));
        Server.Answer answer =
                server.post(mover.as(), known.fillPath(mover.post()), body, once("clock " + step.number()));
        return answer.status() / 100 == 2 ? List.of() : List.of(report.texts().get("clock", said(answer)));
    }

    private List<String> played(Scene.Step step, String as) {
        try {
            String path = known.fillPath(step.call().path());
            Server.Answer answer = step.call().method().equals("GET")
                    ? server.get(as, path)
                    : server.post(as, path, body(step), once(step.number() + " " + as));
            List<String> wrong = new ArrayList<>(checked(step.expected(), answer, ""));
            wrong.addAll(keep(step, answer));
            for (Scene.Look look : step.expected().then()) {
                Server.Answer seen = server.get(look.as(), known.fillPath(look.get()));
                wrong.addAll(checked(look.expected(), seen, look.as() + " " + look.get() + " "));
            }
            return wrong;
        } catch (SceneRefused refused) {
            if (refused.is("missing-variable")) return List.of(refused.in(report.texts()));
            throw refused;
        }
    }

    private List<String> keep(Scene.Step step, Server.Answer answer) {
        List<String> wrong = new ArrayList<>();
        step.keep().forEach((name, path) -> {
            Found found = JsonPath.of(path, name).in(answer.json());
            Object value = found.values().isEmpty() ? null : found.values().getFirst();
            if (value == null) wrong.add(report.texts().get("nothing-kept", name, path));
            else known.keep(name, value);
        });
        return wrong;
    }

    private List<String> checked(Scene.Expected expected, Server.Answer answer, String seenBy) {
        List<String> wrong = new ArrayList<>();
        int wanted = expected.status();
        if (wanted == 0 ? answer.status() / 100 != 2 : wanted != answer.status()) {
            wrong.add(
                    seenBy + report.texts().get("status", wanted == 0 ? "2xx" : String.valueOf(wanted), said(answer)));
            return wrong;
        }
        expected.answer().forEach((path, matcher) -> {
            Found found = JsonPath.of(known.fillText(path), path).in(answer.json());
            if (!matcher.holds(found, known)) {
                wrong.add(seenBy + report.texts().get("value", path, matcher.wanted(known), found.brief()));
            }
        });
        for (String part : expected.text()) {
            if (!answer.text().contains(known.fillText(part)))
                wrong.add(seenBy + report.texts().get("no-text", part));
        }
        for (String part : expected.without()) {
            if (answer.text().contains(known.fillText(part)))
                wrong.add(seenBy + report.texts().get("has-text", part));
        }
        return wrong;
    }

    private String body(Scene.Step step) {
        String file = step.file();
        if (file == null) {
            @Nullable Object body = step.body();
            return Server.write(body == null ? Map.of() : known.fill(body));
        }
        Path path = folder.resolve(file).normalize();
        if (!path.startsWith(folder.normalize())) throw new SceneRefused("outside", file);
        try {
            if (Files.size(path) > SceneReader.MOST_BYTES)
                throw new SceneRefused("too-big", file, SceneReader.MOST_BYTES);
            return Files.readString(path);
        } catch (IOException missing) {
            throw new SceneRefused("no-file", path);
        }
    }

    private UUID once(String step) {
        return UUID.nameUUIDFromBytes((run + "/" + scene.id() + "/" + step).getBytes(StandardCharsets.UTF_8));
    }

    private static String said(Server.Answer answer) {
        String why = answer.json() instanceof Map<?, ?> problem && problem.get("detail") != null
                ? String.valueOf(problem.get("detail"))
                : answer.text();
        String line = why.replaceAll("\\s+", " ").strip();
        return answer.status() + " " + (line.length() > 200 ? line.substring(0, 200) + "…" : line);
    }
}
