package io.deficitwatch.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The note about a service process that a launcher leaves in the data directory, so that the next
 * one can stop what a killed one left behind. The start time tells it from a stranger with the same
 * pid.
 */
record ProcessRecord(long pid, Instant startedAt) {
  // Derived from the boot time, which the clock may move a little between two looks.
  private static final Duration TOLERANCE = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static void write(Path file, ProcessHandle process) throws IOException {
    PrivateFile.write(file, process.pid() + " " + startOf(process).toEpochMilli() + "\n");
  }

  /** Ends the process that the file speaks of, if it still runs, and removes the file. */
  static boolean stopLeftover(Path file) throws IOException {
    Optional<ProcessRecord> record = read(file);
    boolean runs = record.flatMap(ProcessRecord::find).isPresent();
    record.ifPresent(ProcessRecord::end);
    Files.deleteIfExists(file);
    return runs;
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

  // Nothing to finish in good order: its broker was in the launcher that is gone. The children of
  // a JVM write its start-up cache.
  private void end() {
    find()
        .ifPresent(
            process -> {
              process.descendants().forEach(ProcessHandle::destroyForcibly);
              process.destroyForcibly();
            });
    if (!ends()) {
      throw new StackFailure("a process of an earlier run does not end: pid " + pid);
    }
  }

  // Where nobody reaps orphans, as in many containers, an ended process stays visible as a zombie:
  // then it is the command line that is gone.
  private boolean ends() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (find().isPresent()) {
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
}
