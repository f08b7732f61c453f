package se.samlad.direction;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.direction.Comparison.Wording;
import se.samlad.direction.DirectionFact.Measure;
import se.samlad.web.Say;

/** Translates between codes of actors, units and groups and the names that people use, in the reader's language. */
public final class Named {

    private final Actors actors;
    private final Say say;

    public Named(Actors actors, Say say) {
        this.actors = actors;
        this.say = say;
    }

    public String actor(String code) {
        return actors.shortName(code, say.language());
    }

    /** The actor's name, with its unit's where the unit answers on its own. */
    public String voice(Direction.Part part) {
        return actors.voice(part.actor(), part.unit(), say);
    }

    /** Names in alphabetical order. */
    public String list(List<String> codes) {
        return String.join(", ", inOrder(codes).stream().map(this::actor).toList());
    }

    /** Codes in the order of their names. */
    public List<String> inOrder(List<String> codes) {
        return codes.stream().sorted(actors.codesByName()).toList();
    }

    /** The names of those who do a measure, as the proposer wrote them: groups before actors. */
    public String who(Measure m) {
        return who(m.actor(), m.actors(), m.groups());
    }

    /** The names of those who do a measure of a prepared direction. */
    public String who(DirectionFact.PreparedMeasure m) {
        return who(null, m.actors(), m.groups());
    }

    public String who(ProposalForm.Measure m) {
        return who(m.actor(), m.actors() == null ? List.of() : m.actors(), m.groups() == null ? List.of() : m.groups());
    }

    private String who(@Nullable String one, List<String> several, List<String> groups) {
        var named = Stream.concat(Stream.ofNullable(one), several.stream()).distinct();
        return String.join(
                ", ",
                Stream.concat(groups.stream().map(g -> actors.groupName(g, say.language())), named.map(this::actor))
                        .toList());
    }

    /** The actors and the groups that a measure may name, groups first. */
    public List<Actor> actors() {
        return actors.all();
    }

    /** Who is on duty at the actor, as one line. */
    public String onDuty(String code) {
        return actors.onDuty(code, say);
    }

    public List<String> groups() {
        return actors.groups();
    }

    public String group(String code) {
        return actors.groupName(code, say.language());
    }

    /** The changes from one version to the next (D2). */
    public Comparison between(Direction before, Direction after) {
        return between(before.said(), after.said());
    }

    /** The changes from one text to the next. */
    Comparison between(DirectionFact.Worded before, DirectionFact.Worded after) {
        return Comparison.between(wording(before), wording(after));
    }

    /** The differences between the prepared direction and what was agreed (D2). */
    public Comparison between(DirectionFact.Prepared before, Direction after) {
        return Comparison.between(wording(before), wording(after.said()));
    }

    private Wording wording(DirectionFact.Worded said) {
        return new Wording(
                said.aim(),
                said.priorities(),
                said.limits(),
                said.measures().stream().map(m -> who(m) + ": " + m.what()).toList(),
                said.messages().stream().map(m -> says(m.audience(), m.text())).toList());
    }

    /** In Swedish, because the Swedish text is the one that is agreed. */
    private Wording wording(DirectionFact.Prepared prepared) {
        return new Wording(
                prepared.aim().sv(),
                prepared.priorities().stream().map(DirectionFact.Text::sv).toList(),
                prepared.limits().stream().map(DirectionFact.Text::sv).toList(),
                prepared.measures().stream()
                        .map(m -> who(m) + ": " + m.what().sv())
                        .toList(),
                prepared.messages().stream()
                        .map(m -> says(m.audience().sv(), m.text().sv()))
                        .toList());
    }

    private static String says(@Nullable String audience, String text) {
        return audience == null ? text : audience + ": " + text;
    }

    /**
     * The state of a measure in a few words: for one actor its latest progress, for several how many stand behind it.
     */
    public String state(Direction d, Measure m) {
        if (d.state() == Direction.State.PROPOSED) return say.text("direction.measure.proposed");
        var told = d.toldOf(m.id());
        var behind = d.behind(m);
        long done = told.stream()
                .filter(t -> t.state() == DirectionFact.Progress.DONE)
                .count();
        if (m.concerned().size() > 1) return counted(behind, m.concerned().size(), done);
        if (!told.isEmpty()) return progress(told.getLast().state());
        return Stream.of(behind.accepts(), behind.adapts(), behind.declines())
                .flatMap(List::stream)
                .map(a -> stance(a.stance()))
                .findFirst()
                .orElse(say.text("direction.stance.NONE"));
    }

    private String counted(Direction.Behind behind, int of, long done) {
        var text = new StringBuilder(say.text("direction.measure.of", actorsIn(behind.accepts()), of));
        if (!behind.adapts().isEmpty())
            text.append(", ").append(say.text("direction.measure.adapts", actorsIn(behind.adapts())));
        if (!behind.declines().isEmpty())
            text.append(", ").append(say.text("direction.measure.declines", actorsIn(behind.declines())));
        if (done > 0) text.append(", ").append(say.text("direction.measure.done", done));
        return text.toString();
    }

    private static long actorsIn(List<Direction.Answer> answers) {
        return answers.stream().map(a -> a.part().actor()).distinct().count();
    }

    public String stance(DirectionFact.Stance stance) {
        return say.text("direction.stance." + stance);
    }

    public String progress(DirectionFact.Progress progress) {
        return say.text("direction.progress." + progress);
    }

    /** Its title, such as {@code Inriktning 3}. */
    public String title(Direction d) {
        return say.text("direction.number", d.said().number());
    }

    public String forum(Direction d) {
        return say.text("direction.forum." + d.said().level());
    }
}
