package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.DataflowRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps every release that was taken, with the bytes it came in and the parts it was cut into. Of
 * all that only its standing ever changes.
 */
public interface ReleaseArchive {
  /**
   * Adds the release in the current transaction, unless the same bytes of the same dataflow are
   * there already. Waits for another transaction that is just adding them.
   *
   * @return whether it was added
   */
  boolean add(ArchivedRelease release, Content content);

  /**
   * Waits for whoever {@link #reserve reserved} the dataflow, and keeps others from doing so until
   * the current transaction ends; to be called before anything comes to count.
   */
  void share(DataflowRef dataflow);

  /**
   * Waits until nothing of the dataflow is about to count, and keeps it so until the current
   * transaction ends.
   */
  void reserve(DataflowRef dataflow);

  /** Adds parts of a release that was added in the current transaction. */
  void addParts(List<ReleasePublished> parts);

  /** Names of the parts of a release, in order. */
  List<PartName> listParts(String releaseId);

  ReleasePublished getPart(PartName name);

  Optional<ArchivedRelease> find(String id);

  /** The release, which nobody else decides on until the current transaction ends. */
  Optional<ArchivedRelease> lock(String id);

  /** Notes what was decided on a release that was locked. */
  ArchivedRelease decide(String id, Standing standing);

  /**
   * The bytes of a release chunk by chunk, as a large one does not fit a small memory many times.
   *
   * @param number from 0; empty behind the last
   */
  Optional<byte[]> findChunk(String id, int number);

  /** How many wait for an operator. */
  long countHeld();

  /** Releases as they came in, the latest first. */
  List<ArchivedRelease> list(Page page);

  /**
   * Which of them.
   *
   * @param state only those of this one, if there is one
   * @param after the last one of the page before; empty: from the latest
   */
  record Page(
      Optional<DataflowRef> dataflow,
      Optional<Standing.State> state,
      Optional<Position> after,
      int size) {}

  /** The place of a release in the list. */
  record Position(Instant receivedAt, String id) {}
}
