package io.deficitwatch.ingestion.catalogue;

/** How much of its dataflow a release has. */
public enum Scope {
  /** All of it: a series that is missing was lost. */
  WHOLE,
  /** What somebody asked for: another release may have other series. */
  SELECTION
}
