package se.samlad.reach;

/**
 * One way to a function.
 *
 * @param address a number in E.164, an e-mail address, or the name of a talk group
 * @param minutes how long an answer is waited for before the next is tried; 0: as usual for the way
 */
public record Path(Way way, String address, int minutes) {}
