package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.DataflowRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps every release that was taken, with the bytes it came in. Nothing is ever overwritten. */
public interface ReleaseArchive {
  /**
   * Adds the release in the current transaction, unless the same bytes of the same dataflow are
   * there already. Waits for another transaction that is just adding them.
   *
   * @return whether it was added
   */
  boolean add(ArchivedRelease release, Content content);

  /** Adds a part of a release that was added in the current transaction. */
  void addPart(ReleasePublished part);

  Optional<ArchivedRelease> find(String id);

  /**
   * The bytes of a release chunk by chunk, as a large one does not fit a small memory many times.
   *
   * @param number from 0; empty behind the last
   */
  Optional<byte[]> findChunk(String id, int number);

  /** Releases as they came in, the latest first. */
  List<ArchivedRelease> list(Page page);

  /**
   * Which of them.
   *
   * @param after the last one of the page before; empty: from the latest
   */
  record Page(Optional<DataflowRef> dataflow, Optional<Position> after, int size) {}

  /** The place of a release in the list. */
  record Position(Instant receivedAt, String id) {}
}
