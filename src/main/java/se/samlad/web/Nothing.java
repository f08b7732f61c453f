package se.samlad.web;

/** The body of a verb without fields, so that any field that is sent is refused by name. */
public record Nothing() {}
