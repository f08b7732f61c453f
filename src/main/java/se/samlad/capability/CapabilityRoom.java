package se.samlad.capability;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Viewer;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.web.Offer;
import se.samlad.web.Say;
import se.samlad.web.Worded;

/** What this room contributes: its facts and folds, a door, and words to compare. */
@Configuration(proxyBeanMethods = false)
class CapabilityRoom {

    @Bean
    Facts capabilityFacts() {
        return new Facts(CapabilityFact.class);
    }

    @Bean
    View<Years> capabilityYears() {
        return Years.VIEW;
    }

    @Bean
    Across<Years> capabilityAllYears() {
        return Years.ACROSS;
    }

    @Bean
    View<Assessments> capabilityAssessments() {
        return Assessments.VIEW;
    }

    @Bean
    Across<Assessments> capabilityAllAssessments() {
        return Assessments.ACROSS;
    }

    @Bean
    Offer capabilityOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.YEAR, 3, "capabilities", CapabilityPages.PATH, Viewer::isMember));
    }

    @Bean
    Worded capabilityWords() {
        return (entry, say) -> switch (entry.fact()) {
            case CapabilityFact.Assessed a ->
                List.of(
                        Worded.Field.of("level", say.text("field.level"), String.valueOf(a.level())),
                        Worded.Field.of("evidence", say.text("field.evidence"), a.evidence()));
            case CapabilityFact.Shared s ->
                List.of(Worded.Field.of("with", say.text("field.with"), say.text("capability.with." + s.with())));
            case CapabilityFact.Written w -> words(w, say);
            default -> List.of();
        };
    }

    private static List<Worded.Field> words(CapabilityFact.Written written, Say say) {
        var fields = new ArrayList<Worded.Field>();
        var sheet = written.sheet();
        fields.add(Worded.Field.of(
                "words",
                say.text("capability.words-title"),
                sheet.levels().stream().map(word -> word.in(say)).collect(Collectors.joining("\n"))));
        fields.add(Worded.Field.of(
                "parts",
                say.text("field.parts"),
                sheet.parts().stream().map(part -> words(part, say)).collect(Collectors.joining("\n"))));
        var day = written.answerBy();
        fields.add(
                Worded.Field.of("answerBy", say.text("capability.answer-by-label"), day == null ? "" : say.day(day)));
        fields.add(Worded.Field.of("decision", say.text("field.decision"), written.decision()));
        return fields;
    }

    private static String words(Sheet.Part part, Say say) {
        var lowest = part.lowest() == null ? "–" : String.valueOf(part.lowest());
        var ambition = part.ambition() == null ? "–" : String.valueOf(part.ambition());
        return say.text(
                "capability.part-words",
                part.capability().title(say),
                part.title().in(say),
                lowest,
                ambition);
    }
}
