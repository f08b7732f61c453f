package se.samlad.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Ground;
import se.samlad.access.NotThere;
import se.samlad.access.Things;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.goal.GoalDocuments;
import se.samlad.goal.GoalFact.Area;
import se.samlad.goal.Goals;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.plan.Plans.Settled;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Due;

/** The annual plans, for those who plan, who state how it goes, and who follow up. All members may read them. */
@Service
class YearPlans {

    private static final Labels LABELS = Labels.of("members");

    private final Journal journal;
    private final Actors actors;
    private final GoalDocuments goals;
    private final OrdinaryForums forums;
    private final Things<UUID, Plans, Activity> activities;

    YearPlans(Journal journal, Actors actors, GoalDocuments goals, OrdinaryForums forums) {
        this.journal = journal;
        this.actors = actors;
        this.goals = goals;
        this.forums = forums;
        this.activities =
                new Things<>(journal, Ground.none(), PlanFact.Planned.class, Plans.VIEW, (all, id) -> all.find(id));
    }

    /** @throws NotThere for who is no member */
    Plans seenBy(Viewer viewer) {
        if (!viewer.isMember()) throw new NotThere();
        return journal.across(Plans.ACROSS);
    }

    /** @throws NotThere where there is none, or the viewer is no member */
    Activity get(UUID id, Viewer viewer) {
        return seenBy(viewer).find(id).orElseThrow(NotThere::new);
    }

    /** The goal areas that the year's plan is for, in their order; none: no goals are adopted for it. */
    List<Area> areas(int year, Viewer viewer) {
        return goals.goals(viewer).holding(year).map(Goals.Document::areas).orElse(List.of());
    }

    /** The year's plan with all that is seen of it on the day. */
    FollowUp followUp(int year, LocalDate today, Viewer viewer) {
        var all = seenBy(viewer);
        return FollowUp.of(year, all.settled(year), all.of(year), areas(year, viewer), today);
    }

    boolean chairs(Acting by) {
        return forums.chairs(Due.Forum.HEADS, by);
    }

    private Planning.Known known(int year, LocalDate today, Acting by) {
        var codes = areas(year, by.viewer()).stream().map(Area::code).toList();
        return new Planning.Known(codes::contains, actors::takesPart, today);
    }

    /** A new activity; many may plan at once. */
    Recorded plan(int year, Planning.Wording said, LocalDate today, Acting by, Once once) {
        var known = known(year, today, by);
        return by.record(journal, once, facing -> {
            var stream = Plans.stream(year);
            facing.guard(stream);
            var all = facing.state(Plans.VIEW, stream, by.viewer());
            var fact = Planning.plan(year, all.settled(year), all.of(year).size(), said, known, by);
            return List.of(Draft.ofNewSubject(stream, fact, LABELS));
        });
    }

    Recorded change(UUID id, Planning.Wording said, DrawnFrom from, LocalDate today, Acting by, Once once) {
        var known = known(get(id, by.viewer()).year(), today, by);
        return activities.act(id, by, once, scene -> {
            var of = scene.thing();
            from.mustBe(of.drawn());
            scene.facing().guard(Plans.stream(of.year()));
            return Planning.change(of, scene.all().settled(of.year()), said, known, by);
        });
    }

    Recorded act(UUID id, Function<Activity, PlanFact> rule, Acting by, Once once) {
        return activities.act(id, by, once, scene -> rule.apply(scene.thing()));
    }

    /** What changes the plan as a whole. @param rule is given what is settled, and how many activities there are */
    Recorded settle(int year, DrawnFrom from, Rule rule, Acting by, Once once) {
        return settle(year, from, Settled::drawn, rule, by, once);
    }

    /** @param drawn what the form was drawn from, as it is now */
    Recorded settle(
            int year, DrawnFrom from, Function<Settled, @Nullable UUID> drawn, Rule rule, Acting by, Once once) {
        if (!by.viewer().isMember()) throw new NotThere();
        return by.record(journal, once, facing -> {
            var stream = Plans.stream(year);
            facing.guard(stream);
            var all = facing.state(Plans.VIEW, stream, by.viewer());
            var settled = all.settled(year);
            from.mustBe(drawn.apply(settled));
            return List.of(
                    Draft.on(stream, stream, rule.apply(settled, all.of(year).size()), LABELS));
        });
    }

    /** Decides on a year as a whole. */
    interface Rule {
        PlanFact apply(Settled settled, int activities);
    }
}
