package io.deficitwatch.ingestion.fetch;

/** Asks publishers. Paces itself by host, whatever is asked for. */
public interface SourceClient {
  /**
   * Asks for all that the source has.
   *
   * @param known what we have; the publisher may answer that it has nothing else
   */
  Fetched fetch(Source source, Validators known);
}
