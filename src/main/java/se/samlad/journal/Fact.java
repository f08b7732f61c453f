package se.samlad.journal;

/** What an entry says. Each room has one sealed interface of facts: records, in past tense, each {@link Stored}. */
public interface Fact {}
