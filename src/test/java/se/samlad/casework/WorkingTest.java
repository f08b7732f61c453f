package se.samlad.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samlad.access.Function;
import se.samlad.access.Grant;
import se.samlad.access.Grants;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.casework.CaseFact.Outcome;
import se.samlad.given.Given;
import se.samlad.given.Given.Envelope;
import se.samlad.journal.By;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Labels;
import se.samlad.journal.Refused;

/** Every state of a case × every verb × every forum's function: allowed or refused as the table says (G4, A4). */
class WorkingTest {

    private static final UUID ID = new UUID(1, 1);
    static final Labels LABELS = Labels.of("members");
    private static final CaseFact.Decided YES = new CaseFact.Decided(Outcome.APPROVED, "Ja");
    private static final CaseFact EXAMINED = new CaseFact.Examined("Nio språk");
    private static final CaseFact PROPOSED = new CaseFact.Proposed("Ett projekt");
    private static final CaseFact PROJECT = new CaseFact.Project("taby", List.of("sos"));
    private static final CaseFact REPORTED = new CaseFact.Reported("Tre förslag");
    private static final CaseFact VALUED = new CaseFact.Valued("Alla tre");
    private static final CaseFact FOLLOWED = new CaseFact.FollowedUp("Det finns");
    private static final CaseFact RESTS = new CaseFact.Rested("Väntar");
    private static final CaseFact ENDED = new CaseFact.Ended("Klart");

    /** How each state is come to, after the case was raised. */
    static final Map<String, List<CaseFact>> STATES = new LinkedHashMap<>();

    static {
        STATES.put("RAISED", List.of());
        STATES.put("EXAMINED", List.of(EXAMINED));
        STATES.put("PROPOSED", List.of(EXAMINED, PROPOSED));
        STATES.put("DECIDED", List.of(EXAMINED, PROPOSED, YES));
        STATES.put("IN_PROJECT", List.of(EXAMINED, PROPOSED, YES, PROJECT));
        STATES.put("REPORTED", List.of(EXAMINED, PROPOSED, YES, PROJECT, REPORTED));
        STATES.put("VALUED", List.of(EXAMINED, PROPOSED, YES, PROJECT, REPORTED, VALUED));
        STATES.put("IMPLEMENTATION_DECIDED", List.of(EXAMINED, PROPOSED, YES, PROJECT, REPORTED, VALUED, YES));
        STATES.put("FOLLOWED_UP", List.of(EXAMINED, PROPOSED, YES, PROJECT, REPORTED, VALUED, YES, FOLLOWED));
        STATES.put("RESTING", List.of(EXAMINED, RESTS));
        STATES.put("ENDED", List.of(ENDED));
    }

    private static Acting acting(String actor, String name, Level level, boolean member, Mandate... may) {
        var function = new Function(actor, name, name, name, level, Set.of(may), null, null);
        var account = actor + "." + name;
        var labels = Grants.NONE.with(new Grant("members", "actor:" + actor, true));
        return new Acting(account, function, Viewer.of(account, function, () -> member ? labels : Grants.NONE));
    }

    private static final Acting RAISER = acting("botkyrka", "tib", Level.COORDINATING, true, Mandate.STANCE);
    static final Acting OWNER = acting("taby", "tib", Level.COORDINATING, true, Mandate.STANCE);
    private static final Acting OTHER = acting("nacka", "chef", Level.DIRECTING, true, Mandate.STANCE);
    static final Acting COORDINATING = acting("ssr", "kansli", Level.COORDINATING, true, Mandate.ADMIT);
    static final Acting DIRECTING = acting("lst", "chef", Level.DIRECTING, true, Mandate.CONVENE);
    private static final Acting OFFICER = acting("lst", "tib", Level.COORDINATING, true, Mandate.CONVENE);
    private static final Acting ADMIN = acting("solna", "admin", Level.EXECUTING, true, Mandate.ADMINISTER);
    private static final Acting OUTSIDER = acting("flygplats", "drift", Level.EXECUTING, false, Mandate.STANCE);

    static final Map<String, Acting> CAST = new LinkedHashMap<>();

    static {
        CAST.put("raiser", RAISER);
        CAST.put("owner", OWNER);
        CAST.put("other", OTHER);
        CAST.put("coordinating", COORDINATING);
        CAST.put("directing", DIRECTING);
        CAST.put("officer", OFFICER);
        CAST.put("admin", ADMIN);
        CAST.put("outsider", OUTSIDER);
    }

    private static final String MEMBERS = "raiser owner other coordinating directing officer";
    private static final String GOES_ON =
            "RAISED EXAMINED PROPOSED DECIDED IN_PROJECT REPORTED VALUED IMPLEMENTATION_DECIDED FOLLOWED_UP RESTING";

    /** @param states those in which it may be @param who those who may, in each of them */
    private record Verb(String states, String who, BiFunction<Case, Acting, CaseFact> rule) {}

    private static final Map<String, Verb> VERBS = new LinkedHashMap<>();

    static {
        VERBS.put(
                "same",
                new Verb(
                        GOES_ON, "owner other coordinating directing officer", (of, by) -> Working.same(of, null, by)));
        VERBS.put("experience", new Verb(GOES_ON, MEMBERS, (of, by) -> Working.experience(of, "Så", by)));
        VERBS.put("examination", new Verb("RAISED", "coordinating", (of, by) -> Working.examine(of, "Så", by)));
        VERBS.put("proposal", new Verb("EXAMINED", "coordinating", (of, by) -> Working.propose(of, "Så", by)));
        VERBS.put(
                "decision",
                new Verb("PROPOSED VALUED", "directing", (of, by) -> Working.decide(of, Outcome.APPROVED, "Så", by)));
        VERBS.put(
                "project",
                new Verb(
                        "DECIDED",
                        "coordinating",
                        (of, by) -> Working.start(of, "taby", List.of("sos"), code -> true, by)));
        VERBS.put(
                "work",
                new Verb(
                        "IN_PROJECT REPORTED",
                        "owner",
                        (of, by) -> Working.work(of, List.of(new Working.Planned("Räkna", null, true)), 5L, 3L, by)));
        VERBS.put(
                "section of the proposal",
                new Verb("EXAMINED", MEMBERS, (of, by) -> written(of, CaseFact.Sheet.PROPOSAL, by)));
        VERBS.put(
                "section of the report",
                new Verb("IN_PROJECT REPORTED", "owner", (of, by) -> written(of, CaseFact.Sheet.REPORT, by)));
        VERBS.put("report", new Verb("IN_PROJECT REPORTED", "owner", (of, by) -> Working.report(of, "Så", by)));
        VERBS.put("valuation", new Verb("REPORTED", "coordinating", (of, by) -> Working.value(of, "Så", by)));
        VERBS.put(
                "follow-up",
                new Verb(
                        "IMPLEMENTATION_DECIDED FOLLOWED_UP",
                        "coordinating",
                        (of, by) -> Working.followUp(of, "Så", by)));
        VERBS.put("ending", new Verb(GOES_ON, "coordinating", (of, by) -> Working.end(of, "Så", by)));
        VERBS.put(
                "merging",
                new Verb(GOES_ON, "coordinating", (of, by) -> Working.merge(of, new UUID(2, 2), true, "Så", by)));
        VERBS.put(
                "resting",
                new Verb(GOES_ON.replace(" RESTING", ""), "coordinating", (of, by) -> Working.rest(of, "Så", by)));
        VERBS.put("resumption", new Verb("RESTING", "coordinating", (of, by) -> Working.resume(of, null, by)));
        VERBS.put("paper", new Verb(GOES_ON, MEMBERS, (of, by) -> {
            Working.take(of, by);
            return EXAMINED;
        }));
    }

    private static CaseFact written(Case of, CaseFact.Sheet sheet, Acting by) {
        return Writing.write(
                of, new Writing.Said(sheet, null, "Kostnad", "Så"), new UUID(3, 3), DrawnFrom.UNSTATED, by);
    }

    static Case in(List<CaseFact> facts) {
        var given = new Given(ID);
        var by = new By("botkyrka.tib", "botkyrka", "tib");
        given.add(ID, ID, by, new CaseFact.Raised("Tolkar", "Ingen svarar"), Envelope.at(Given.NOON, LABELS));
        for (var fact : facts)
            given.add(
                    given.nextId(),
                    ID,
                    by,
                    fact,
                    Envelope.at(Given.NOON.plus(Duration.ofDays(10L * given.count())), LABELS));
        return given.fold(Case.VIEW).find(ID).orElseThrow();
    }

    private static boolean has(String words, String word) {
        return List.of(words.split(" ")).contains(word);
    }

    @Test
    void everyStateEveryVerbEveryFunction_G4() {
        var wrong = new ArrayList<String>();
        int allowed = 0;
        for (var state : STATES.entrySet())
            for (var verb : VERBS.entrySet())
                for (var who : CAST.entrySet()) {
                    var of = in(state.getValue());
                    boolean may = has(verb.getValue().states(), state.getKey())
                            && has(verb.getValue().who(), who.getKey());
                    // whoever raised it may take it back until it is examined
                    if (verb.getKey().equals("ending") && state.getKey().equals("RAISED"))
                        may |= who.getKey().equals("raiser");
                    var said = said(verb.getValue(), of, who.getValue());
                    if (said.isEmpty() != may) wrong.add(state.getKey() + " " + verb.getKey() + " " + who + said);
                    if (may) allowed++;
                }
        assertThat(wrong).isEmpty();
        assertThat(allowed).isGreaterThan(150);
    }

    /** A step that is added to the API has its rows in the table. */
    @Test
    void everyStepOfTheApiIsInTheTable_G4() {
        var steps = java.util.Arrays.stream(CaseApi.class.getDeclaredMethods())
                .map(each -> each.getAnnotation(org.springframework.web.bind.annotation.PostMapping.class))
                .filter(java.util.Objects::nonNull)
                .map(each -> each.value()[0])
                .filter(path -> path.contains("{id}/"))
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .map(step -> step.equals("sections") ? "section of the report" : step)
                .toList();
        assertThat(steps).hasSizeGreaterThan(14).isSubsetOf(VERBS.keySet());
    }

    /** Why it is refused; empty: it is taken. */
    private static String said(Verb verb, Case of, Acting by) {
        try {
            assertThat(verb.rule().apply(of, by)).isNotNull();
            return "";
        } catch (NotMandated no) {
            return "mandate " + no.getMessage();
        } catch (Refused no) {
            return no.key();
        }
    }

    @Test
    void itIsSaidHowLongWhatWasWaitedFor_G4() {
        var of = in(STATES.get("VALUED"));
        var now = Given.NOON.plus(Duration.ofDays(100));
        var stays = Stays.of(of.standing().spans(), of.at(), now);
        assertThat(stays.all())
                .extracting(Stays.Stay::name)
                .containsExactly("RAISED", "EXAMINED", "PROPOSED", "DECIDED", "IN_PROJECT", "REPORTED", "VALUED");
        assertThat(stays.all()).extracting(Stays.Stay::days).containsExactly(10L, 10L, 10L, 10L, 10L, 10L, 40L);
        assertThat(stays.days()).isEqualTo(100);
        assertThat(stays.waited()).isEqualTo(70);
        assertThat(stays.all().stream().mapToLong(Stays.Stay::width).sum()).isEqualTo(Stays.WIDTH);
        var over = Stays.of(in(STATES.get("ENDED")).standing().spans(), Given.NOON, now);
        assertThat(over.days()).as("what has ended waits no more").isEqualTo(10);
    }

    @Test
    void aProjectSaysWhatItDoesAndCosts_G4() {
        var of = in(STATES.get("IN_PROJECT"));
        var work = Working.work(of, List.of(new Working.Planned("Räkna", "2027-03-31", null)), 240_000L, null, OWNER);
        assertThat(work.parts().getFirst().by()).hasToString("2027-03-31");
        assertThat(in(Stream.concat(STATES.get("IN_PROJECT").stream(), Stream.of(work))
                                .toList())
                        .work())
                .isEqualTo(work);
        Given.refused("case.no-work", () -> Working.work(of, List.of(), null, null, OWNER));
        Given.refused("case.sek", () -> Working.work(of, List.of(), -1L, null, OWNER));
        Given.refused("case.sek", () -> Working.work(of, null, null, Long.MAX_VALUE, OWNER));
        Given.refused(
                "case.day",
                () -> Working.work(of, List.of(new Working.Planned("a", "31 mars", null)), null, null, OWNER));
        Given.refused(
                "text.missing",
                () -> Working.work(of, List.of(new Working.Planned(" ", null, true)), null, null, OWNER));
        var many = java.util.Collections.nCopies(41, new Working.Planned("a", null, null));
        Given.refused("case.parts", () -> Working.work(of, many, null, null, OWNER));
    }

    @Test
    void whatIsLeftIsItsTitleAsFarAsThatGoes_I5() {
        assertThat(Working.left("Sand\ntill Täby").title()).isEqualTo("Sand till Täby");
        assertThat(Working.left("😀".repeat(300)).title()).hasSize(200);
        assertThat(Working.left("a" + "😀".repeat(300)).title()).hasSize(199);
        assertThat(Working.left("a".repeat(500)).text()).hasSize(500);
    }
}
