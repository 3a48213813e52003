package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.calendar.Due;
import java.time.Instant;

/** Tells operators what they should look at. */
public interface OperatorEvents {
  /**
   * Tells of it, in the current transaction.
   *
   * @param due what should have come
   * @param noticedAt now
   * @param last what the last fetch came to
   */
  void late(DataflowRef dataflow, Due due, Instant noticedAt, FetchState.Attempt last);
}
