package io.deficitwatch.ingestion.scratch;

import io.deficitwatch.ingestion.release.Scratch;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * A directory of this process alone. While it lives it holds a lock on a file beside it; what a
 * killed one left behind has a lock that nobody holds, and the next to start removes it.
 */
@Startup
@ApplicationScoped
class OwnDirectory implements Scratch {
  private static final Logger LOG = Logger.getLogger(OwnDirectory.class);
  private static final String PREFIX = "deficit-watch-ingestion-";
  private static final String LOCK = ".lock";
  private final HeldFile lock;
  private final Path directory;
  private final SharedRoom room;

  @Inject
  OwnDirectory(
      ScratchConfig config,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
    this(config.directory(), Math.max(config.most().asLongValue(), largestBody.asLongValue()));
  }

  OwnDirectory(Path root, long most) {
    room = new SharedRoom(most);
    try {
      Files.createDirectories(root);
      removeAbandoned(root);
      lock = claim(root);
      directory = Files.createDirectory(directoryOf(lock.file()), HeldFile.forOwnerOnly(root));
    } catch (IOException e) {
      throw new UncheckedIOException("the scratch directory " + root, e);
    }
  }

  @Override
  public Path directory() {
    return directory;
  }

  @Override
  public Room room() {
    return room.part();
  }

  @PreDestroy
  void remove() {
    try (lock) {
      removeWhole(directory);
      Files.deleteIfExists(lock.file());
    } catch (IOException e) {
      LOG.warnf("scratch files stay behind: directory=%s cause=%s", directory, e);
    }
  }

  private static HeldFile claim(Path root) throws IOException {
    while (true) {
      Path file = root.resolve(PREFIX + UUID.randomUUID() + LOCK);
      Optional<HeldFile> held = HeldFile.create(file);
      if (held.isPresent()) {
        return held.get();
      }
    }
  }

  private static void removeAbandoned(Path root) throws IOException {
    List<Path> locks = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(root, PREFIX + "*" + LOCK)) {
      found.forEach(locks::add);
    }
    locks.forEach(OwnDirectory::removeIfAbandoned);
  }

  private static void removeIfAbandoned(Path file) {
    try {
      Optional<HeldFile> held = HeldFile.take(file);
      if (held.isPresent()) {
        try (HeldFile _ = held.get()) {
          removeWhole(directoryOf(file));
          Files.deleteIfExists(file);
          LOG.infof("scratch files of an ended process removed: lock=%s", file);
        }
      }
    } catch (IOException e) {
      // Perhaps of another user; it keeps nobody from starting.
      LOG.warnf("scratch files cannot be removed: lock=%s cause=%s", file, e);
    }
  }

  private static Path directoryOf(Path lock) {
    String name = lock.getFileName().toString();
    return lock.resolveSibling(name.substring(0, name.length() - LOCK.length()));
  }

  // Only files lie in it; a link in its place leads to what is not ours.
  private static void removeWhole(Path directory) throws IOException {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(directory);
  }
}
