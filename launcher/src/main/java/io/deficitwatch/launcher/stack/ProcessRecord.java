package io.deficitwatch.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The note about a service process that a launcher leaves in the data directory, so that the next
 * one can stop what a killed one left behind. The start time tells it from a stranger with the same
 * pid.
 */
record ProcessRecord(long pid, Instant startedAt) {
  // Derived from the boot time, which the clock may move a little between two looks.
  private static final Duration TOLERANCE = Duration.ofSeconds(3);

  static void write(Path file, ProcessHandle process) throws IOException {
    PrivateFile.write(file, process.pid() + " " + startOf(process).toEpochMilli() + "\n");
  }

  /** Ends the process that the file speaks of, if it still runs, and removes the file. */
  static boolean stopLeftover(Path file) throws IOException {
    Optional<ProcessHandle> leftover = read(file).flatMap(ProcessRecord::find);
    if (leftover.isPresent()) {
      end(leftover.get());
    }
    Files.deleteIfExists(file);
    return leftover.isPresent();
  }

  private static Optional<ProcessRecord> read(Path file) throws IOException {
    try {
      String[] parts = Files.readString(file).strip().split(" ", -1);
      return Optional.of(
          new ProcessRecord(
              Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1]))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(
            process -> Duration.between(startOf(process), startedAt).abs().compareTo(TOLERANCE) < 0)
        .filter(
            process ->
                process
                    .info()
                    .commandLine()
                    .filter(line -> line.contains("quarkus-run"))
                    .isPresent());
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  private static void end(ProcessHandle process) throws IOException {
    process.destroy();
    if (!ends(process.onExit())) {
      process.destroyForcibly();
      if (!ends(process.onExit())) {
        throw new StackFailure("a process of an earlier run does not end: pid " + process.pid());
      }
    }
  }

  private static boolean ends(CompletableFuture<ProcessHandle> exit) throws IOException {
    try {
      exit.get(10, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
