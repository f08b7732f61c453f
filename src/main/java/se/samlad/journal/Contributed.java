package se.samlad.journal;

import java.util.List;

/** What the rooms contribute: the facts that they record, their views of a stream, and their views across all streams. */
public record Contributed(List<Facts> facts, List<View<?>> views, List<Across<?>> across) {}
