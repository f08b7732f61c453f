package se.samlad.scenes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands round every page, without script and by keyboard alone. */
class HandsOnFrameTest {

    /** Signing in is part of how the window is got; here also the mistake, the language, the function and the way out. */
    @ParameterizedTest
    @EnumSource
    @Writes({"/acting", "/sign-out", "/sign-in"})
    void outAndInAndAsAnother(Hands hands) {
        try (var hand = hands.signedIn("danderyd.tib")) {
            hand.open("/actors").press(".top > a[lang]");
            hand.sees("h1", "Actors").press(".top > a[lang]");
            hand.sees("h1", "Aktörer");
            hand.push("button.acting").press("#act form[action='/acting'] button");
            hand.push("button.acting").sees("#act b", "Säkerhetschef");
            hand.press("#signout button");
            hand.sees("main", "Du är utloggad");
            hand.write("#account", "danderyd.tib").write("#password", "fel").press("main form button.next");
            hand.sees(".mistakes", "hör inte ihop");
            hand.write("#account", "danderyd.tib").write("#password", "samlad").press("main form button.next");
            hand.sees("h1", "läge");
        }
    }
}
