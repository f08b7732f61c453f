package se.samlad.web;

/** The body of a verb that takes no fields, so that a field that somebody sends is refused by name. */
public record Nothing() {}
