package se.samlad.routine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.live.Panel;
import se.samlad.live.Panel.Scope;
import se.samlad.routine.RoutineFact.Text;
import se.samlad.web.Offer;
import se.samlad.web.Say;
import se.samlad.web.Worded;
import se.samlad.web.Worded.Field;

/** What this room contributes: facts and views, a door, words to compare, and the faults on the start page. */
@Configuration(proxyBeanMethods = false)
class RoutineRoom {

    @Bean
    Facts routineFacts() {
        return new Facts(RoutineFact.class);
    }

    @Bean
    View<Routine.All> routineView() {
        return Routine.All.VIEW;
    }

    @Bean
    Across<Routine.All> routinesAcross() {
        return Routine.All.ACROSS;
    }

    @Bean
    Offer routineOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.YEAR, 5, "routines", RoutinePages.PATH, Viewer::isMember));
    }

    @Bean
    Worded routineWords() {
        return (entry, say) -> entry.fact() instanceof RoutineFact.Written w ? fields(w, say) : List.of();
    }

    private static List<Field> fields(RoutineFact.Written of, Say say) {
        var all = new ArrayList<Field>();
        pair(all, "title", of.title(), say);
        pair(all, "text", of.text(), say);
        pair(all, "fallback", of.fallback(), say);
        pair(all, "beyond", of.beyond(), say);
        pair(all, "skilled", of.skilled(), say);
        return all;
    }

    private static void pair(List<Field> all, String field, @Nullable Text of, Say say) {
        if (of == null) return;
        all.add(Field.of(field, say.text("field." + field), of.sv()));
        all.add(Field.of(field + "En", say.text("field." + field + "En"), of.en()));
    }

    /** The faults that go on, for every member on the start page; without any, it is an empty element (R4). */
    @Bean
    Panel faults(Routines routines, Actors actors) {
        return Panel.of(
                "routine.faults",
                Scope.FUNCTION,
                entry -> entry.fact() instanceof RoutineFact,
                ask -> new Panel.Content(
                        "routine/faults",
                        Map.of(
                                "failing",
                                ask.viewer().isMember()
                                        ? routines.seenBy(ask.viewer()).failing()
                                        : List.of(),
                                "actors",
                                actors)));
    }
}
