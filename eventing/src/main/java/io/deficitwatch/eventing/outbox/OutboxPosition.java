package io.deficitwatch.eventing.outbox;

import java.util.List;
import java.util.Optional;

/**
 * How far publishing has come, in terms of PostgreSQL snapshots: an entry belongs to what a
 * snapshot sees or it does not, whatever order transactions began in.
 *
 * @param published every entry visible in this snapshot has left
 * @param draining set while a later snapshot is published in several batches
 */
record OutboxPosition(String published, Optional<Draining> draining) {

  /**
   * @param target entries visible in this snapshot are being published
   * @param lastId up to this id they have left
   */
  record Draining(String target, long lastId) {}

  /**
   * Entries in the order to send them.
   *
   * @param snapshot what they were read in
   * @param complete whether the snapshot holds no further ones
   */
  record Batch(String snapshot, List<OutboxEntry> entries, boolean complete) {}

  /** The position once the batch has been acknowledged. */
  OutboxPosition after(Batch batch) {
    return batch.complete()
        ? new OutboxPosition(batch.snapshot(), Optional.empty())
        : new OutboxPosition(
            published, Optional.of(new Draining(batch.snapshot(), batch.entries().getLast().id())));
  }
}
