package io.deficitwatch.ingestion.backfill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The one transaction of a backfill's beginning: all files are stored, or none. */
@ApplicationScoped
public class StoreBackfill {
  private final Backfills backfills;

  public StoreBackfill(Backfills backfills) {
    this.backfills = backfills;
  }

  @Transactional(rollbackOn = Exception.class)
  public void store(Backfill backfill, List<BackfillItem> items, BackfillFiles files)
      throws IOException {
    Map<String, BackfillItem> byName = new HashMap<>();
    items.forEach(item -> byName.put(item.name(), item));
    backfills.add(backfill);
    files.visit(
        (name, bytes) -> {
          BackfillItem item = byName.remove(name);
          if (item != null) {
            add(backfill.id(), item, bytes);
          }
        });
    if (!byName.isEmpty()) {
      throw new IOException("files vanished while they were read: " + byName.keySet());
    }
  }

  // What is broken or has changed is told as such.
  private void add(String backfillId, BackfillItem item, InputStream bytes) throws IOException {
    try {
      backfills.addItem(backfillId, item, bytes);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
