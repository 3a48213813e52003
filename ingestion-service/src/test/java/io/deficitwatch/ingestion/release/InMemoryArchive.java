package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An archive without a database. */
final class InMemoryArchive implements ReleaseArchive {
  private final Map<String, ArchivedRelease> releases = new LinkedHashMap<>();
  private final Map<String, Content> contents = new LinkedHashMap<>();
  private final List<ReleasePublished> parts = new ArrayList<>();
  private Optional<Runnable> beforeAdding = Optional.empty();

  /** What another request does just before the next release is added. */
  void beforeAdding(Runnable other) {
    beforeAdding = Optional.of(other);
  }

  @Override
  public boolean add(ArchivedRelease release, Content content) {
    Optional<Runnable> other = beforeAdding;
    beforeAdding = Optional.empty();
    other.ifPresent(Runnable::run);
    if (releases.putIfAbsent(release.id(), release) != null) {
      return false;
    }
    contents.put(release.id(), content);
    return true;
  }

  @Override
  public void addPart(ReleasePublished part) {
    parts.add(part);
  }

  List<ReleasePublished> parts() {
    return parts;
  }

  @Override
  public Optional<ArchivedRelease> find(String id) {
    return Optional.ofNullable(releases.get(id));
  }

  @Override
  public Optional<byte[]> findChunk(String id, int number) {
    return Optional.ofNullable(contents.get(id))
        .filter(_ -> number == 0)
        .map(InMemoryArchive::bytes);
  }

  private static byte[] bytes(Content content) {
    try (InputStream bytes = content.open()) {
      return bytes.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<ArchivedRelease> list(Page page) {
    return new ArrayList<>(releases.values()).reversed();
  }
}
