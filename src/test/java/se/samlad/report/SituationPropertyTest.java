package se.samlad.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.Reader;

/** What holds for any incident, made up from a number. */
class SituationPropertyTest {

    private static final Acting[] WHO = {Cast.TABY, Cast.POLICE, Cast.REGION, Cast.TRAFFIC};
    private static final Reader OUTSIDER = label -> label.equals("incident:" + Cast.INCIDENT);

    @Property(tries = 200, seed = "20261121")
    void foldingInPiecesEqualsFoldingAtOnce(@ForAll long seed, @ForAll @IntRange(max = 60) int cut) {
        var entries = made(seed, 60, false);
        int at = Math.min(cut, entries.size());
        var first = Situation.VIEW.fold(entries.subList(0, at));
        var pieces = first;
        for (Entry entry : entries.subList(at, entries.size()))
            pieces = pieces.apply(entry, (ReportFact.Pictured) entry.fact());
        assertThat(pieces).isEqualTo(Situation.VIEW.fold(entries));
        assertThat(first).isEqualTo(Situation.VIEW.fold(entries.subList(0, at)));
    }

    @Property(tries = 200, seed = "20261121")
    void whatIsHiddenChangesNothingForAnOutsider_S1(@ForAll long seed) {
        var one = made(seed, 60, true);
        var other =
                one.stream().filter(e -> !secret(e) || e.position() % 2 == 0).toList();
        assertThat(seen(one)).isEqualTo(seen(other));
    }

    @Property(tries = 200, seed = "20261121")
    void whatAnOutsiderSeesCitesOnlyWhatItSees_S1(@ForAll long seed) {
        var open = made(seed, 60, true).stream().filter(e -> !secret(e)).toList();
        var ids = open.stream().map(Entry::id).toList();
        assertThat(open).allMatch(e -> ids.contains(e.subject()) && ids.contains(cited(e)));
    }

    @Property(tries = 200, seed = "20261121")
    void theFoldIsTotalOnAnySubset(@ForAll long seed, @ForAll long chosen) {
        var random = new Random(chosen);
        var some =
                made(seed, 60, false).stream().filter(e -> random.nextBoolean()).toList();
        var situation = Situation.VIEW.fold(some);
        assertThat(situation.byUnit().keySet())
                .allMatch(key -> some.stream().anyMatch(e -> key.startsWith(e.by().actor())));
    }

    /** What stands of a field is what was last stated of it, unless the report that stated it has ended it. */
    @Property(tries = 200, seed = "20261121")
    void whatStandsWasStatedLastAndNotEnded_C4(@ForAll long seed) {
        var entries = made(seed, 60, false).stream()
                .filter(e -> e.fact() instanceof ReportFact.Reported || e.fact() instanceof ReportFact.Ended)
                .toList();
        for (var who : WHO) {
            var stands = new TreeMap<String, String>();
            var by = new TreeMap<String, UUID>();
            var last = java.time.Instant.MIN;
            for (var entry : entries) {
                if (!entry.by().equals(who.by())) continue;
                if (entry.fact() instanceof ReportFact.Ended e) {
                    for (var each : e.what())
                        if (entry.subject().equals(by.get(each.field()))) stands.remove(each.field());
                } else if (entry.fact() instanceof ReportFact.Reported r
                        && !entry.occurredAt().isBefore(last)) {
                    last = entry.occurredAt();
                    stands.putAll(r.said().lasting());
                    r.said().lasting().keySet().forEach(field -> by.put(field, entry.subject()));
                }
            }
            var now = Situation.VIEW
                    .fold(entries)
                    .find(who.actor(), who.function().unit());
            assertThat(now.map(s -> s.said().lasting()).orElse(java.util.Map.of()))
                    .isEqualTo(stands);
        }
    }

    @Property(tries = 100, seed = "20261121")
    void nobodysStatementIsChangedByAnother_A4(@ForAll long seed) {
        var all = made(seed, 60, false);
        var alone = all.stream().filter(e -> e.by().actor().equals("taby")).toList();
        assertThat(Situation.VIEW.fold(all).find("taby", null))
                .isEqualTo(Situation.VIEW.fold(alone).find("taby", null));
    }

    private static UUID cited(Entry entry) {
        return switch ((ReportFact) entry.fact()) {
            case ReportFact.Confirmed c -> c.confirms();
            case ReportFact.Corrected c -> c.corrects();
            case ReportFact.NoteCorrected c -> c.corrects();
            case ReportFact.Reported r -> entry.id();
            case ReportFact.NeedMet m -> entry.subject();
            case ReportFact.Ended e -> entry.subject();
            case ReportFact.Relayed r -> entry.id();
            case ReportFact.LogRow n -> entry.id();
        };
    }

    private static boolean secret(Entry entry) {
        return !OUTSIDER.sees(entry.labels());
    }

    private static Situation seen(List<Entry> entries) {
        return Situation.VIEW.fold(
                entries.stream().filter(e -> OUTSIDER.sees(e.labels())).toList());
    }

    private static List<Entry> made(long seed, int number, boolean secrets) {
        var random = new Random(seed);
        var cast = new Cast();
        var reports = new ArrayList<Entry>();
        var rows = new ArrayList<Entry>();
        for (int i = 0; i < number; i++) {
            var who = WHO[random.nextInt(WHO.length)];
            var labels = secrets && random.nextInt(3) == 0 ? Labels.of("actor:lst") : Cast.ALL;
            int minute = random.nextInt(50);
            switch (random.nextInt(6)) {
                case 0, 1 -> reports.add(cast.says(who, minute, report(who, random), labels));
                case 2 -> rows.add(cast.says(who, minute, Cast.noted(ReportFact.Kind.NEED, "behov " + i), labels));
                case 3 ->
                    rows.add(cast.says(
                            who, minute, new ReportFact.Relayed("Elnätet", "uppgift " + i, null, null, null), labels));
                case 4 -> more(cast, reports, random, minute);
                default -> mended(cast, rows, random);
            }
        }
        return cast.entries();
    }

    private static ReportFact.Reported report(Acting who, Random random) {
        var status = Status.values()[random.nextInt(4)];
        var lasting = new TreeMap<String, String>();
        for (var field : ReportFact.OwnPicture.LASTING)
            if (random.nextInt(4) == 0) lasting.put(field, field + " " + random.nextInt(2));
        return Cast.reported(who.function().unit(), status, "hände " + random.nextInt(9), lasting);
    }

    private static void more(Cast cast, List<Entry> reports, Random random, int minute) {
        if (reports.isEmpty()) return;
        var about = reports.get(random.nextInt(reports.size()));
        var who = by(about);
        var unit = who.function().unit();
        int what = random.nextInt(3);
        if (what == 0) cast.on(about, who, minute, Cast.ended("needs", "forecast", "measures"));
        else if (what == 1) cast.on(about, who, minute, Cast.confirmed(about, unit));
        else cast.on(about, who, minuteOf(about), Cast.corrected(about, unit, Status.RED, "rättat " + minute));
    }

    private static void mended(Cast cast, List<Entry> rows, Random random) {
        if (rows.isEmpty()) return;
        var about = rows.get(random.nextInt(rows.size()));
        var better = new ReportFact.NoteCorrected(about.id(), "rättat", "Fel", Cast.minute(1));
        cast.on(about, by(about), minuteOf(about), better);
    }

    private static Acting by(Entry entry) {
        for (Acting who : WHO) if (who.by().equals(entry.by())) return who;
        throw new AssertionError(entry);
    }

    private static int minuteOf(Entry entry) {
        return (int)
                java.time.Duration.between(Cast.minute(0), entry.occurredAt()).toMinutes();
    }
}
