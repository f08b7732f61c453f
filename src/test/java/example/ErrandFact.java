package example;

import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** What is recorded of errands between actors. */
public sealed interface ErrandFact extends Fact {

    @Stored("errand.asked.1")
    record Asked(String what) implements ErrandFact {}

    /** Other words for it, before anybody has taken it. */
    @Stored("errand.reworded.1")
    record Reworded(String what) implements ErrandFact {}

    @Stored("errand.taken.1")
    record Taken() implements ErrandFact {}

    @Stored("errand.done.1")
    record Done() implements ErrandFact {}
}
