package se.samlad.rota.page;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samlad.access.Function;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.journal.By;
import se.samlad.journal.Journal;
import se.samlad.region.Peopling;
import se.samlad.region.Region;
import se.samlad.rota.Duties;
import se.samlad.rota.RotaFact;
import se.samlad.rota.Rotas;
import se.samlad.rota.Staff;
import se.samlad.web.Say;

/**
 * The demo's rota: whoever may takes turns weekly, from Monday morning, at all actors but the municipalities, whose rotas are
 * left to those who try it. At the joint
 * functions nobody has taken the week after the next one.
 */
@Component
class DemoRota implements Peopling {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Journal journal;
    private final Duties duties;
    private final Rotas rotas;
    private final Actors actors;

    DemoRota(Journal journal, Duties duties, Rotas rotas, Actors actors) {
        this.journal = journal;
        this.duties = duties;
        this.rotas = rotas;
        this.actors = actors;
    }

    @Override
    public void people(List<Region.Account> accounts) {
        for (var actor : actors.all()) {
            if (actor.kind() == Actor.Kind.MUNICIPALITY) continue;
            duties.functions().ofActor(actor.code()).stream()
                    .filter(duties::isNeeded)
                    .forEach(this::plan);
        }
    }

    private void plan(Function function) {
        var people = Staff.of(duties.functions(), function);
        if (people.isEmpty()) return;
        var monday = journal.now()
                .atZone(Say.STOCKHOLM)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atTime(MORNING)
                .atZone(Say.STOCKHOLM)
                .minusWeeks(1);
        var away = function.actor().equals(actors.common().joint())
                ? List.of(monday.toLocalDate().plusWeeks(3))
                : List.<java.time.LocalDate>of();
        rotas.record(
                new By(Actors.SYSTEM, function.actor(), function.name()),
                new RotaFact.Planned(
                        function.name(),
                        people,
                        monday.toInstant(),
                        monday.plusWeeks(1).toInstant(),
                        new RotaFact.Repeat(7, null, away),
                        RotaFact.Over.NOTHING));
    }
}
