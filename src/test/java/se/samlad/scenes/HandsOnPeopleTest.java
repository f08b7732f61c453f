package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.web.Say;

/** An administrator's work with the actor's people, and a person's with her own sign-in (A6). */
class HandsOnPeopleTest {

    private static final String PASSWORD = "två svanar i vassen";

    private static String own(Hands hands, String name) {
        return name + " " + hands.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String address(Hands hands, String name) {
        return name + "." + hands.name().toLowerCase(Locale.ROOT) + "@example.com";
    }

    /** Invites to the function, and follows the link in a window of its own. */
    private static Hands.Hand arrived(Hands hands, String actor, String function, String name) {
        var admin = hands.of(actor + ".admin").open("/actors/" + actor + "/people");
        admin.write("#invite-address", address(hands, name))
                .pick("#invite-function", function)
                .press("#invite button.next");
        return accepted(hands, actor, link(admin), name);
    }

    /** To the page of the person with the name. */
    private static void toHer(Hands.Hand admin, String name) {
        var page = admin.find("a:has-text('" + name + "')").getAttribute("href");
        admin.press("a[href='" + page + "']");
    }

    /** The button of the row that says so. */
    private static void pressIn(Hands.Hand hand, String text) {
        var form = hand.find("li:has-text('" + text + "') form").getAttribute("id");
        hand.press("[id='" + form + "'] button");
    }

    private static String link(Hands.Hand admin) {
        return admin.find("#link").inputValue().replaceFirst("https?://[^/]+", "");
    }

    private static Hands.Hand accepted(Hands hands, String actor, String link, String name) {
        var person = hands.signedIn(actor + ".chef").open(link);
        person.write("#name", own(hands, name)).unfold("details:has(#password)");
        person.write("#password", PASSWORD).press("button[value='password']");
        return person;
    }

    @ParameterizedTest
    @EnumSource
    @Writes({
        "/actors/*/invitations",
        "/invitations/*/renewal",
        "/invitations/*/withdrawal",
        "/invitation",
        "/actors/*/functions/*/holders",
        "/actors/*/functions/*/holders/*/term",
        "/actors/*/functions/*/holders/*/ending",
        "/actors/*/ways-in",
        "/actors/*/sign-outs",
        "/actors/*/forgotten"
    })
    void aPersonIsInvitedGivenMoreAndForgotten_A6(Hands hands) {
        var admin = hands.of("ekero.admin").open("/actors/ekero/people");
        admin.pick("#invite-function", "tib").press("#invite button.next");
        admin.press("#renew button");
        admin.press("#withdraw button");

        var person = arrived(hands, "ekero", "sakchef", "Ylva");
        person.sees("main", "Välkommen");
        admin.open("/actors/ekero/people").sees("main", own(hands, "Ylva"));
        toHer(admin, own(hands, "Ylva"));
        admin.sees("main", "Får inte").press("form[id='give-tib'] button");
        admin.unfold("details:has(> #term-tib)")
                .write(
                        "#term-tib-until",
                        LocalDateTime.now(Say.STOCKHOLM).plusDays(30).truncatedTo(ChronoUnit.MINUTES))
                .press("#term-tib button");
        admin.sees("main", "till ");
        admin.press("#way-in button").sees("main", own(hands, "Ylva"));
        var back = link(admin);
        person.open(back).press("main button.next").sees("main", "Välkommen");

        admin.open("/actors/ekero/people");
        toHer(admin, own(hands, "Ylva"));
        admin.press("#out-all button");
        admin.press("#end-tib button");
        admin.press("#end-sakchef button");
        admin.open("/actors/ekero/people");
        pressIn(admin, own(hands, "Ylva"));
        assertThat(admin.find("main").innerText()).doesNotContain(own(hands, "Ylva"));
        person.close();
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/actors/*/programs", "/actors/*/programs/*/ending"})
    void aProgramIsLetInAndEnded(Hands hands) {
        var admin = hands.of("sigtuna.admin").open("/actors/sigtuna/people");
        var purpose = own(hands, "Kartan");
        admin.unfold("details:has(> #program)")
                .write("#program-purpose", purpose)
                .press("#program button");
        assertThat(admin.find("#token").inputValue()).startsWith("samlad_");
        admin.open("/actors/sigtuna/people");
        assertThat(admin.find("#token").count()).as("shown once").isZero();
        pressIn(admin, purpose);
        assertThat(admin.find("main").innerText()).doesNotContain(purpose);
    }

    @ParameterizedTest
    @EnumSource
    @Writes({
        "/me/name",
        "/me/password",
        "/me/code-app/beginning",
        "/me/code-app",
        "/me/code-app/removal",
        "/me/recovery-codes",
        "/me/passkeys/removal",
        "/me/sign-outs"
    })
    void aPersonLooksAfterHerOwnSignIn(Hands hands) {
        var person = arrived(hands, "vaxholm", "tib", "Moa");
        person.unfold("details:has(> #name)")
                .write("#name-name", own(hands, "Moa Ek"))
                .press("#name button");
        person.sees("main", own(hands, "Moa Ek"));
        person.unfold("details:has(> #password)")
                .write("#password-password", PASSWORD + " igen")
                .press("#password button");

        person.press("#begin-app button");
        var code = Authenticator.code(person.find("code").innerText());
        person.write("#code-app-code", code).press("#code-app button");
        person.sees("#recovery", "De visas bara nu");
        person.press("#codes button").sees("#recovery", "De visas bara nu");
        person.press("#no-app button");

        addPasskey(address(hands, "Moa"), PASSWORD + " igen");
        person.open("/me").sees("main", "Säkerhetsnyckeln");
        pressIn(person, "Säkerhetsnyckeln");
        assertThat(person.find("main").innerText()).doesNotContain("Säkerhetsnyckeln");
        try (var other = Visiting.by(address(hands, "Moa"), PASSWORD + " igen")) {
            person.open("/me").press("form[id^='out-'] button");
            assertThat(other.isSignedIn()).isFalse();
        }
        person.close();
    }

    /** By a browser with a key: adding one needs script. */
    private static void addPasskey(String address, String password) {
        try (var browser = Window.byName()) {
            var page = browser.newPage();
            Authenticator.attach(page);
            page.navigate("/sign-in?to=/me");
            page.fill("#account", address);
            page.fill("#password", password);
            page.click("form button.next");
            page.fill("#passkey-label", "Säkerhetsnyckeln");
            page.click("[data-passkey='add']");
            page.locator("li:has-text('Säkerhetsnyckeln')").waitFor();
        }
    }

    /** In one hand, in either language, with nothing wider than the window and nothing that axe finds. */
    @Test
    void theAdministratorsPagesFitAPhone() {
        var wayIn = Running.as("salem.admin")
                .post("/api/actors/salem/ways-in", "{\"account\":\"salem.tib\"}")
                .expect(201)
                .id();
        try (var window = Window.of("salem.admin", Window.PHONE).withAxe()) {
            for (var language : List.of("sv", "en")) {
                for (var path : List.of(
                        "/actors/salem/people",
                        "/actors/salem/people/salem.tib",
                        "/actors/salem/people/invitations/" + wayIn,
                        "/me",
                        "/shift",
                        "/vouching")) {
                    window.open("/language/" + language + "?to=" + path);
                    assertThat(window.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                            .as(path)
                            .isEqualTo(true);
                    assertThat(window.axe()).as(path).isEmpty();
                }
            }
            assertThat(window.complaints()).isEmpty();
        }
    }

    /** A second browser of the same person. */
    private record Visiting(Visitor visitor) implements AutoCloseable {
        static Visiting by(String address, String password) {
            var visitor = Visitor.stranger();
            visitor.post("/sign-in", Map.of("account", address, "password", password, "to", "/"))
                    .expect(200);
            return new Visiting(visitor);
        }

        boolean isSignedIn() {
            return visitor.get("/turn").response().uri().getPath().equals("/turn");
        }

        @Override
        public void close() {
            visitor.sessionEnds();
        }
    }
}
