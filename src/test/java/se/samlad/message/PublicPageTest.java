package se.samlad.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samlad.message.Told.KOMM;
import static se.samlad.message.Told.POLISEN;
import static se.samlad.message.Told.to;
import static se.samlad.message.Told.words;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import se.samlad.access.NotThere;
import se.samlad.actor.RegionName;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.message.SaidTest.Try;
import se.samlad.place.Outline;
import se.samlad.place.Plot;
import se.samlad.region.Regions;
import se.samlad.web.Languages;
import se.samlad.web.Say;
import se.samlad.web.Templates;

class PublicPageTest {

    private static final Templates TEMPLATES = new Templates();
    static final Cap.Where WHERE = where();

    private static final Senders SENDERS = new Senders() {
        @Override
        public String name(String actor, Say say) {
            return "Aktör " + actor;
        }

        @Override
        public RegionName region() {
            return WHERE.name();
        }

        @Override
        public List<String> outline() {
            return WHERE.outline();
        }
    };

    private static Cap.Where where() {
        var region = Regions.shipped();
        var plots = region.actors().stream()
                .filter(a -> a.scb() != null)
                .map(a -> new Plot(Objects.requireNonNull(a.scb()), a.code(), a.shortName(), List.of()))
                .toList();
        return new Cap.Where(region.name(), Outline.of("01", plots));
    }

    private static final MockHttpServletRequest ASKED = new MockHttpServletRequest();
    private static final Languages LATER = Texts.at(Told.START.plusSeconds(3_600));
    private final Told told = new Told();

    @Provide
    Arbitrary<List<Try>> tries() {
        return SaidTest.anything();
    }

    @Test
    void withoutMessagesItSaysSo() {
        assertThat(html(told)).contains("Inget särskilt gäller just nu").doesNotContain("<article>");
        assertThat(json(told)).isEqualTo("{\"messages\":[],\"withdrawn\":[]}");
    }

    @Test
    void aDraftIsNeverShownHoweverItIsMarked_S1() {
        var id = told.draft(POLISEN, words("Från i kväll"), Labels.of("public", "actor:polisen"));
        assertThat(html(told) + json(told)).doesNotContain("Från i kväll");
        told.check(id, KOMM).agree(id, KOMM);
        assertThat(html(told) + json(told)).doesNotContain("Från i kväll");
        assertThatThrownBy(() -> controller(told).cap(id, ASKED)).isInstanceOf(NotThere.class);
        told.publish(id, KOMM);
        assertThat(html(told)).contains("Från i kväll").contains("Res bara om du måste.");
        assertThat(json(told)).contains("Från i kväll");
        assertThat(text(controller(told).cap(id, ASKED))).contains("Från i kväll");
    }

    @Test
    void whatIsForSomeIsNotThere_S1() {
        var id = told.draft(POLISEN, to("Egen personal"));
        told.allTheWay(id);
        assertThat(html(told) + json(told)).doesNotContain("Stanna hemma");
        assertThatThrownBy(() -> controller(told).cap(id, ASKED)).isInstanceOf(NotThere.class);
    }

    @Test
    void theNewestIsFirst() {
        var first = told.draft(POLISEN, words("Ett"));
        var second = told.draft(POLISEN, words("Två"));
        told.allTheWay(second).allTheWay(first);
        assertThat(html(told).indexOf("<h2>Ett")).isBetween(1, html(told).indexOf("<h2>Två"));
        assertThat(json(told).indexOf("Ett")).isBetween(1, json(told).indexOf("Två"));
    }

    @Test
    void itSaysFromWhomWhenAndThatItWasUpdatedAndKeepsItsParagraphs() {
        var said = new Wording(
                "Stanna hemma",
                "Vägarna är hala.\n\nHa hemma:\n- ficklampa\n- radio",
                "Allmänheten",
                List.of(),
                null,
                null);
        var id = told.draft(POLISEN, said);
        told.allTheWay(id);
        assertThat(html(told))
                .contains("Från Aktör ssr · <time datetime=\"2026-01-15T13:04:00+01:00\">15 januari 2026 13:04</time>")
                .contains(
                        "<p class=\"said\">Vägarna är hala.</p>",
                        "<p class=\"said\">Ha hemma:\n- ficklampa\n- radio</p>")
                .doesNotContain("Uppdaterat");
        told.reword(id, words("Stanna hemma i morgon"), POLISEN).allTheWay(id);
        assertThat(html(told)).contains("15 januari 2026 13:04</time> · <b>Uppdaterat <time");
        assertThat(text(controller(told).page("en"))).contains("From Aktör ssr", "15 January 2026, 13:04", "Updated");
    }

    @Test
    void anExerciseIsMarked() {
        var id = told.draft(POLISEN, words("Stanna hemma"));
        told.check(id, KOMM).agree(id, KOMM).practise(id, KOMM);
        assertThat(html(told))
                .contains("<h1>ÖVNING</h1>")
                .contains("Det här är en övning.")
                .contains("<h2>ÖVNING: Stanna hemma</h2>");
        assertThat(json(told)).contains("\"exercise\":true");
    }

    @Test
    void aWithdrawnOneIsShownAsWithdrawnForADay() {
        var id = told.draft(POLISEN, words("Stanna hemma"));
        told.allTheWay(id).withdraw(id, KOMM, "Det har slutat snöa.");
        assertThat(html(told))
                .contains("Gäller inte längre")
                .contains("Det har slutat snöa.")
                .doesNotContain("Res bara");
        assertThat(json(told))
                .startsWith("{\"messages\":[],\"withdrawn\":[{\"id\":\"" + id + "\",\"title\":\"Stanna hemma\"")
                .contains("\"withdrawnAt\":\"2026-01-15T13:05:00+01:00\",\"reason\":\"Det har slutat snöa.\"");
        var later = controller(told, Told.START.plusSeconds(60 * 5).plus(PublicController.TAKEN_SHOWN));
        assertThat(text(later.page("sv"))).doesNotContain("Stanna hemma");
        assertThat(text(later.json())).isEqualTo("{\"messages\":[],\"withdrawn\":[]}");
    }

    @Test
    void englishIsShownWhereThereIsAny() {
        var english = new Wording.English("Stay at home", "Do not travel.");
        var id = told.draft(POLISEN, new Wording("Stanna hemma", "Res inte.", "Allmänheten", List.of(), null, english));
        told.allTheWay(id);
        told.allTheWay(told.draft(POLISEN, words("Bara på svenska")));
        var page = text(controller(told).page("en"));
        assertThat(page)
                .contains("<html lang=\"en\"", "<h2>Stay at home</h2>", "<h2 lang=\"sv\">Bara på svenska</h2>")
                .doesNotContain("Stanna hemma");
        assertThat(text(controller(told).page("<script>"))).isEqualTo(html(told));
    }

    @Test
    void hostileTextIsShownAsText() {
        var hostile = "<script>alert(1)</script>\" onload=x '&{{}} \uD83D\uDE00 ${7*7} {0}";
        told.allTheWay(told.draft(POLISEN, new Wording(hostile, hostile, "Allmänheten", List.of(hostile), null, null)));
        assertThat(html(told))
                .doesNotContain("<script")
                .contains("&lt;script&gt;")
                .contains("\uD83D\uDE00 ${7*7} {0}");
    }

    @Test
    void itIsCacheableHasNoCookieAndNoScript_K2() {
        var answer = controller(told).page("sv");
        assertThat(answer.getHeaders().getFirst(HttpHeaders.CACHE_CONTROL))
                .contains("public")
                .contains("max-age=15")
                .contains("stale-if-error");
        assertThat(answer.getHeaders().getETag()).isNotBlank();
        assertThat(answer.getHeaders().containsHeader(HttpHeaders.SET_COOKIE)).isFalse();
        assertThat(text(answer)).doesNotContain("<script").doesNotContain("style=");
    }

    @Test
    void itIsRenderedOncePerChangeAndKept_K2() {
        var id = told.draft(POLISEN, words("Stanna hemma"));
        told.allTheWay(id);
        var now = new java.util.concurrent.atomic.AtomicReference<>(told.open());
        var controller = new PublicController(now::get, Texts.at(Told.START), TEMPLATES, SENDERS, "");
        var first = controller.page("sv").getBody();
        assertThat(controller.page("sv").getBody()).isSameAs(first);
        now.set(told.withdraw(id, KOMM, null).open());
        assertThat(controller.page("sv").getBody()).isNotEqualTo(first);
    }

    @Property(tries = 100, seed = "20261121")
    void whatIsNotPublicChangesNoByte_S1(@ForAll("tries") List<Try> tries, @ForAll long dropped) {
        var all = SaidTest.play(tries);
        all.allTheWay(all.draft(POLISEN, to("Egen personal")));
        var fewer = new Told();
        var chance = new java.util.Random(dropped);
        for (Entry entry : all.entries()) {
            if (entry.labels().all().contains(Labels.PUBLIC) || chance.nextInt(4) == 0) fewer.add(entry);
        }
        assertThat(html(fewer)).isEqualTo(html(all));
        assertThat(json(fewer)).isEqualTo(json(all));
        for (UUID id : all.open().byId().keySet())
            assertThat(text(controller(fewer).cap(id, ASKED)))
                    .isEqualTo(text(controller(all).cap(id, ASKED)));
    }

    private static PublicController controller(Told told) {
        return new PublicController(told::open, LATER, TEMPLATES, SENDERS, "samlad.example");
    }

    private static PublicController controller(Told told, java.time.Instant now) {
        return new PublicController(told::open, Texts.at(now), TEMPLATES, SENDERS, "samlad.example");
    }

    private static String html(Told told) {
        return text(controller(told).page("sv"));
    }

    private static String json(Told told) {
        return text(controller(told).json());
    }

    private static String text(ResponseEntity<byte[]> answer) {
        return new String(Objects.requireNonNull(answer.getBody()), StandardCharsets.UTF_8);
    }
}
