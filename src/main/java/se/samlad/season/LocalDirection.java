package se.samlad.season;

import java.util.Optional;
import se.samlad.direction.ProposalForm;

/** A season's local direction as a proposal begins from it, when what was prepared for happens (F5). */
final class LocalDirection {

    private LocalDirection() {}

    /** Empty: the season has none. */
    static Optional<ProposalForm> asProposal(Season season) {
        return Optional.ofNullable(season.direction()).map(Season.Local::text).map(text -> {
            var measures =
                    text.tasks().stream().map(task -> measure(season, task)).toList();
            return ProposalForm.beginning(text.aim(), text.priorities(), text.limits(), measures);
        });
    }

    /** What one without an account does is the host's to see to, and names it. */
    private static ProposalForm.Measure measure(Season season, SeasonFact.Task task) {
        var who = Optional.ofNullable(task.participant()).flatMap(season::find).map(Participant::as);
        var actor = who.map(SeasonFact.Invited::actor).orElse(season.by().actor());
        var what = who.map(SeasonFact.Invited::organisation)
                        .map(name -> name + ": ")
                        .orElse("")
                + task.what();
        return new ProposalForm.Measure(actor, null, null, what, null);
    }
}
