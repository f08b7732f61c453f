package se.samlad.session;

import java.util.UUID;
import se.samlad.web.LocalPage;

/**
 * The door for guests of one kind: a link opens it in one browser, and all others are turned away.
 *
 * @param title the key of the title of the page that turns somebody away
 * @param why how the keys begin of the texts that say why: {@code none} where the link does not hold in this browser,
 *     {@code elsewhere} where another one has opened it, and the room's own
 * @param typed the key of the title above what was typed and cannot be taken
 */
public record GuestDoor(String title, String why, String typed) {

    private static final int GONE = 410;
    private static final int NOT_THERE = 404;

    /**
     * Opens the guest's link in this browser and leads to the guest's page.
     *
     * @param key the link's secret
     * @param page the path of the guest's page
     * @param opened records that the link is open
     * @param tried records that somebody tried it in another browser than its own
     */
    public String open(GuestBrowser browser, UUID guest, String key, String page, Runnable opened, Runnable tried) {
        return switch (browser.open(guest, key, opened)) {
            case HERE -> LocalPage.redirect(page);
            case ELSEWHERE -> {
                tried.run();
                yield over(browser, "elsewhere", "");
            }
            case NONE -> none(browser, "");
        };
    }

    /** There is no such link, or none that holds in this browser. @param text what was typed: it is shown, to be copied */
    public String none(GuestBrowser browser, String text) {
        return browser.turnAway(NOT_THERE, title, why + "none", typed, text);
    }

    /** The link has ended. @param how the end of the key of the text that says why @param text as for {@link #none} */
    public String over(GuestBrowser browser, String how, String text) {
        return browser.turnAway(GONE, title, why + how, typed, text);
    }
}
