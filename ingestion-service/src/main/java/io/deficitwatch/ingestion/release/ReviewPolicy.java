package io.deficitwatch.ingestion.release;

/** Whether operators look at what is odd before it counts. */
public interface ReviewPolicy {
  /** Whether releases are held from the severity on that the catalogue says; otherwise none is. */
  boolean holding();
}
