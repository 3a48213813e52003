package io.deficitwatch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The server process of a data directory, found by the pid file that PostgreSQL keeps there.
 *
 * @param pidFile PostgreSQL removes it as the last thing it does
 */
record Postmaster(Path data, Path pidFile, ProcessHandle process) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The server that runs on this data directory now, whoever started it. */
  static Optional<Postmaster> find(Path data) {
    Path pidFile = data.resolve("postmaster.pid");
    return pid(pidFile)
        .flatMap(ProcessHandle::of)
        .filter(process -> serves(process, data))
        .map(process -> new Postmaster(data, pidFile, process));
  }

  /**
   * Stops a server that outlived the process that started it, so that its data can be used again.
   * PostgreSQL repairs what an unclean end left; it only has to be freed of a pid that by now
   * belongs to somebody else.
   */
  static void clearLeftover(Path data) throws IOException {
    PostmasterGuard.dismissLeftover(data);
    Optional<Postmaster> running = find(data);
    if (running.isPresent()) {
      running.get().stop();
    } else {
      Files.deleteIfExists(data.resolve("postmaster.pid"));
    }
  }

  /** Ends its sessions and stops it; after half a minute, without further courtesy. */
  void stop() throws IOException {
    signal("INT");
    if (!awaitEnd(PATIENCE)) {
      signal("QUIT");
      if (!awaitEnd(PATIENCE)) {
        throw new IOException("PostgreSQL does not stop: pid " + process.pid() + ", " + data);
      }
    }
  }

  private void signal(String name) throws IOException {
    // Java can send TERM and KILL only, and TERM waits for every client to leave by itself.
    new ProcessBuilder(List.of("/bin/sh", "-c", "kill -" + name + " " + process.pid()))
        .redirectErrorStream(true)
        .start();
  }

  // Where nobody reaps orphans, as in many containers, an ended server stays visible as a zombie:
  // then the missing pid file tells.
  private boolean awaitEnd(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (process.isAlive() && Files.exists(pidFile)) {
      if (System.nanoTime() > end) {
        return false;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  // The pid in the file may have passed to a stranger since; only the command line tells.
  private static boolean serves(ProcessHandle process, Path data) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains("postgres") && line.contains(data.toString()))
        .isPresent();
  }

  private static Optional<Long> pid(Path pidFile) {
    try {
      return Files.readAllLines(pidFile).stream().findFirst().map(String::strip).map(Long::valueOf);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
