package se.samlad.scenes;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** By mouse, on a page whose script never came. */
final class PlainHand extends Hands.Hand {

    PlainHand(Window window) {
        super(window);
    }

    @Override
    Hands.Hand write(String field, String text) {
        find(field).fill(text);
        return this;
    }

    @Override
    Hands.Hand write(String field, LocalDate day) {
        return write(field, day.toString());
    }

    @Override
    Hands.Hand write(String field, LocalDateTime time) {
        return write(field, DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").format(time));
    }

    @Override
    Hands.Hand choose(String input) {
        window.click(find(input).locator("xpath=ancestor::label"));
        return this;
    }

    @Override
    Hands.Hand first(String rail) {
        find(rail).fill(find(rail).getAttribute("min"));
        return press("form:has(" + rail + ") button");
    }

    @Override
    Hands.Hand pick(String select, String value) {
        find(select).selectOption(value);
        return this;
    }

    @Override
    Hands.Hand push(String button) {
        window.click(find(button));
        return this;
    }

    @Override
    Hands.Hand unfold(String details) {
        if (!isOpen(details)) window.click(find(details + " > summary"));
        return this;
    }
}
