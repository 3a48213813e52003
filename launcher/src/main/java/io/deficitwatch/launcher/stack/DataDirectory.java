package io.deficitwatch.launcher.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that outlives a run, held by one launcher at a time.
 *
 * @param lock kept open for as long as the directory is ours
 */
public record DataDirectory(Path root, FileChannel lock) implements AutoCloseable {
  private static final String LOCK_FILE = "launcher.lock";
  // Not the unpacked PostgreSQL beside its data: it is no state.
  private static final List<String> STATE =
      List.of(
          "kafka",
          "postgres/data",
          "postgres/superuser.password",
          "postgres/postgres.log",
          "receiver",
          "logs",
          "secrets.env",
          "connection.env");

  /**
   * Takes the directory, making it if it is new.
   *
   * @throws StackFailure if another launcher holds it, or it holds somebody else's files
   */
  public static DataDirectory take(Path root) {
    try {
      if (Files.isDirectory(root) && !Files.exists(root.resolve(LOCK_FILE)) && !isEmpty(root)) {
        throw new StackFailure(root + " is neither empty nor ours: choose another --data-dir");
      }
      Files.createDirectories(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock held = channel.tryLock();
      if (held == null) {
        channel.close();
        throw new StackFailure(
            "another ./run is up on " + root + ": stop it, or choose another --data-dir");
      }
      return new DataDirectory(root, channel);
    } catch (IOException e) {
      throw new StackFailure("cannot use the data directory " + root + ": " + e, e);
    }
  }

  /** Forgets everything but the programs that were unpacked. */
  public void empty() throws IOException {
    for (String name : STATE) {
      delete(root.resolve(name));
    }
  }

  public Path kafka() {
    return root.resolve("kafka");
  }

  public Path postgres() {
    return root.resolve("postgres");
  }

  public Path receiver() {
    return root.resolve("receiver");
  }

  public Path secrets() {
    return root.resolve("secrets.env");
  }

  /** Where other programs read how to connect. */
  public Path connection() {
    return root.resolve("connection.env");
  }

  public Path log(String name) throws IOException {
    return Files.createDirectories(root.resolve("logs")).resolve(name + ".log");
  }

  /** Files of the services that do not outlive a run. */
  Path temporary() throws IOException {
    return Files.createDirectories(root.resolve("temporary"));
  }

  /** To be called when no service runs. */
  void clearTemporary() throws IOException {
    delete(root.resolve("temporary"));
  }

  Path pidFile(Service service) throws IOException {
    return Files.createDirectories(root.resolve("processes")).resolve(service.id() + ".pid");
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    }
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> below = Files.walk(path)) {
      for (Path entry : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }
}
