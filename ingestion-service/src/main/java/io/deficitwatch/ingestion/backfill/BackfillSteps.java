package io.deficitwatch.ingestion.backfill;

import io.deficitwatch.ingestion.backfill.Backfills.Due;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads and notes how far backfills are, each in a short transaction of its own. */
@ApplicationScoped
public class BackfillSteps {
  private final Backfills backfills;

  public BackfillSteps(Backfills backfills) {
    this.backfills = backfills;
  }

  @Transactional
  public Optional<Backfill> find(String id) {
    return backfills.find(id);
  }

  @Transactional
  public List<Backfill> list(int most) {
    return backfills.list(most);
  }

  @Transactional
  public List<BackfillItem> listItems(String id, int after, int most) {
    return backfills.listItems(id, after, most);
  }

  @Transactional
  public void cancel(String id, Instant at) {
    backfills.cancel(id, at);
  }

  @Transactional
  Optional<Due> findDue() {
    return backfills.findDue();
  }

  InputStream open(String id, int number) {
    return backfills.open(id, number);
  }

  @Transactional
  void record(String id, BackfillItem done, Instant at) {
    backfills.record(id, done, at);
  }
}
