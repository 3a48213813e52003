package io.deficitwatch.ingestion.backfill;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps backfills with the files that are still to be taken. */
public interface Backfills {
  void add(Backfill backfill);

  /** Adds a file to a backfill of the current transaction, reading the bytes to their end. */
  void addItem(String backfillId, BackfillItem item, InputStream bytes);

  Optional<Backfill> find(String id);

  /** The latest first. */
  List<Backfill> list(int most);

  /**
   * Files of a backfill in order.
   *
   * @param after number of the last one seen; 0 for the first page
   */
  List<BackfillItem> listItems(String backfillId, int after, int most);

  /** The next file to be taken, of the backfill that was begun first. */
  Optional<Due> findDue();

  /** Bytes of a file that is pending. */
  InputStream open(String backfillId, int number);

  /** Notes what became of a file and forgets its bytes; ends the backfill with the last one. */
  void record(String backfillId, BackfillItem done, Instant at);

  /** Ends the backfill without the files that are pending. */
  void cancel(String backfillId, Instant at);

  /** A file that is to be taken, with what was said of it. */
  record Due(String backfillId, Backfill.Particulars particulars, BackfillItem item) {}
}
