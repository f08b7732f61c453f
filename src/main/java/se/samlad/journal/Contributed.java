package se.samlad.journal;

import java.util.List;

/** What the rooms contribute: the facts that they record, and the states that these fold to in a stream and across all. */
public record Contributed(List<Facts> facts, List<View<?>> views, List<Across<?>> across) {}
