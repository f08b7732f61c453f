package se.samlad.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.agreement.Agreeing.Acceding;
import se.samlad.agreement.Agreeing.Documented;
import se.samlad.agreement.Agreeing.Leaving;
import se.samlad.agreement.Agreeing.Signing;
import se.samlad.agreement.Agreement.Noted;
import se.samlad.agreement.AgreementFact.Document;
import se.samlad.agreement.Parties.As;
import se.samlad.agreement.Parties.Party;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.web.Malformed;
import se.samlad.web.Say;

/** The agreement and its parties, for programs and forms. Days are ISO dates, Stockholm's. */
@RestController
@RequestMapping("/api/agreement")
class AgreementApi {

    /**
     * @param signedOn null: it has not signed, or no source gives the day
     * @param accededOn when its own body decided; null likewise
     * @param from since when it belongs; with {@code fromLatest} the days between which that began; null: not known
     */
    record Listed(
            String actor,
            String name,
            As membership,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate accededOn,
            @Nullable String reference,
            @Nullable LocalDate from,
            @Nullable LocalDate fromLatest) {}

    /** @param perhaps those of which the sources only say that it began or ended between two days */
    record Whole(LocalDate on, List<Listed> parties, List<Listed> perhaps, List<InForce> documents) {}

    /** @param id of the version, which papers are attached to */
    record InForce(
            UUID id,
            String code,
            AgreementFact.Kind kind,
            String nameSv,
            String nameEn,
            String version,
            Day from,
            @Nullable String where) {

        static InForce of(Noted<Document> noted) {
            var of = noted.fact();
            return new InForce(
                    noted.entry(), of.code(), of.kind(), of.nameSv(), of.nameEn(), of.version(), of.from(), of.where());
        }
    }

    private final Agreements agreements;
    private final Actors actors;

    AgreementApi(Agreements agreements, Actors actors) {
        this.agreements = agreements;
        this.actors = actors;
    }

    /** Who belongs on a day (A3). @param on left out: today */
    @GetMapping
    Whole parties(@RequestParam(name = "on", required = false) @Nullable String on, Viewer viewer, Say say) {
        var today = Agreements.today(say);
        var parties = agreements.parties(day(on, today), today, viewer);
        return new Whole(
                parties.on(),
                parties.sure().stream().map(party -> listed(party, say)).toList(),
                parties.perhaps().stream().map(party -> listed(party, say)).toList(),
                agreements.seenBy(viewer).versions().stream()
                        .map(versions -> InForce.of(versions.getFirst()))
                        .toList());
    }

    /** @throws Malformed agreement.day */
    static LocalDate day(@Nullable String text, LocalDate otherwise) {
        try {
            var day = Day.optional(text, "on");
            return day == null ? otherwise : day;
        } catch (se.samlad.journal.Refused _) {
            throw new Malformed("agreement.day");
        }
    }

    private Listed listed(Party party, Say say) {
        var signed = party.signed();
        var acceded = party.acceded();
        return new Listed(
                party.actor(),
                name(party, actors, say),
                party.as(),
                signed == null || !signed.on().known() ? null : signed.on().earliest(),
                acceded == null ? null : acceded.decided(),
                acceded == null ? null : acceded.reference(),
                party.since() == null ? null : party.since().earliest(),
                party.since() == null ? null : party.since().latest());
    }

    /** What the organisation is called; one that is no actor here: as it signed. */
    static String name(Party party, Actors actors, Say say) {
        return actors.find(party.actor())
                .map(actor -> actor.name(say.language()))
                .orElse(party.was() == null ? party.actor() : party.was());
    }

    @PostMapping("/documents")
    Recorded document(@RequestBody Documented said, Acting by, Once once) {
        return agreements.document(said, by, once);
    }

    @PostMapping("/signatures")
    Recorded sign(@RequestBody Signing said, DrawnFrom from, Acting by, Once once) {
        return agreements.step(said.actor(), from, (actor, before) -> Agreeing.sign(said, actor, by, before), by, once);
    }

    @PostMapping("/accessions")
    Recorded accede(@RequestBody Acceding said, DrawnFrom from, Acting by, Once once, Say say) {
        var today = Agreements.today(say);
        return agreements.step(
                said.actor(), from, (actor, before) -> Agreeing.accede(said, actor, by, before, today), by, once);
    }

    @PostMapping("/departures")
    Recorded leave(@RequestBody Leaving said, DrawnFrom from, Acting by, Once once, Say say) {
        var today = Agreements.today(say);
        return agreements.step(
                said.actor(), from, (actor, before) -> Agreeing.leave(said, actor, by, before, today), by, once);
    }
}
