package io.deficitwatch.ingestion.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/**
 * Reads what was taken. Each answer is a short transaction of its own, so that neither a long file
 * being read nor a slow caller being answered holds a connection to the database.
 */
@ApplicationScoped
public class ReadArchive {
  private final ReleaseArchive archive;

  public ReadArchive(ReleaseArchive archive) {
    this.archive = archive;
  }

  @Transactional
  public Optional<ArchivedRelease> find(String id) {
    return archive.find(id);
  }

  @Transactional
  public Optional<byte[]> findChunk(String id, int number) {
    return archive.findChunk(id, number);
  }

  /** How many wait for an operator. */
  @Transactional
  public long countHeld() {
    return archive.countHeld();
  }

  @Transactional
  public List<ArchivedRelease> list(ReleaseArchive.Page page) {
    return archive.list(page);
  }
}
