package io.deficitwatch.ingestion.release;

/** What became of an operator's decision. */
public sealed interface ReviewOutcome {
  /** It stands; also if it stood before. */
  record Decided(ArchivedRelease release) implements ReviewOutcome {}

  /** The release is in no state to be decided on like this; nothing was done. */
  record OutOfTurn(ArchivedRelease release) implements ReviewOutcome {}

  /** There is no such release. */
  record Unknown() implements ReviewOutcome {}
}
