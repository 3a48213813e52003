package io.deficitwatch.ingestion.scratch;

import io.deficitwatch.ingestion.release.Scratch.Room;
import io.deficitwatch.ingestion.release.ScratchFull;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The room that all files share. Nobody waits for some: who does would keep what others wait for.
 */
final class SharedRoom {
  private final long most;
  private final AtomicLong kept = new AtomicLong();

  SharedRoom(long most) {
    this.most = most;
  }

  Room part() {
    return new Part();
  }

  private void keep(long bytes) {
    kept.getAndUpdate(
        before -> {
          if (bytes > most - before) {
            throw new ScratchFull(most);
          }
          return before + bytes;
        });
  }

  private final class Part implements Room {
    private final AtomicLong mine = new AtomicLong();

    @Override
    public void reach(long bytes) {
      long more = bytes - mine.get();
      if (more > 0) {
        keep(more);
        mine.addAndGet(more);
      }
    }

    @Override
    public void close() {
      kept.addAndGet(-mine.getAndSet(0));
    }
  }
}
