package io.deficitwatch.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** One service, kept running: a process that ends unasked is started again, later each time. */
final class SupervisedService {
  private static final Duration FIRST_DELAY = Duration.ofMillis(300);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);
  private static final int MOST_RESTARTS_IN_A_ROW = 10;
  private static final Duration PROVEN_AFTER = Duration.ofMinutes(1);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final Duration TRAINING_PATIENCE = Duration.ofMinutes(3);

  private final ServiceProgram program;
  private final String url;
  private final Path pidFile;
  private final StackListener listener;
  private final AotCache cache;
  private final Health health = new Health();

  private volatile Process process;
  private volatile String instance;
  private volatile boolean stopping;
  private volatile boolean givenUp;

  SupervisedService(ServiceProgram program, String url, Path pidFile, StackListener listener)
      throws IOException {
    this.program = program;
    this.url = url;
    this.pidFile = pidFile;
    this.listener = listener;
    this.cache = AotCache.of(program.application());
    this.instance = "";
    this.process = start();
    Thread.ofVirtual().name("supervise-" + program.service().id()).start(this::supervise);
  }

  /** Returns when the process that runs now says so itself. */
  void awaitReady(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!stopping && !isReady()) {
      if (givenUp || System.nanoTime() > end) {
        throw new StackFailure(
            program.service().id()
                + " does not get ready; the last lines of "
                + program.log()
                + ":\n"
                + lastLines());
      }
      pause(Duration.ofMillis(50));
    }
  }

  boolean isReady() {
    return process.isAlive() && health.isReady(url, instance);
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  /** Asks it to end; {@link #awaitEnd} sees that it does. */
  synchronized void stop() {
    stopping = true;
    process.destroy();
  }

  /** Whether the start-up cache is written as the process ends, which takes a while. */
  boolean trains() {
    return !cache.trained();
  }

  void awaitEnd() throws IOException {
    try {
      Duration patience = trains() ? TRAINING_PATIENCE : STOP_PATIENCE;
      if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        cache.keep();
      } else {
        process.destroyForcibly().waitFor();
        cache.discard();
      }
      Files.deleteIfExists(pidFile);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private Process start() throws IOException {
    String fresh = UUID.randomUUID().toString();
    instance = fresh;
    Process started = program.start(fresh, cache);
    ProcessRecord.write(pidFile, started.toHandle());
    return started;
  }

  private void supervise() {
    int restarts = 0;
    try {
      while (true) {
        long startedAt = System.nanoTime();
        int exit = process.waitFor();
        if (stopping) {
          return;
        }
        cache.discard();
        if (System.nanoTime() - startedAt > PROVEN_AFTER.toNanos()) {
          restarts = 0;
        }
        if (restarts == MOST_RESTARTS_IN_A_ROW) {
          givenUp = true;
          listener.serviceGivenUp(program.service(), program.log());
          return;
        }
        listener.serviceEnded(program.service(), exit);
        pause(delay(restarts));
        restarts++;
        startAgain();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      givenUp = true;
      listener.serviceGivenUp(program.service(), program.log());
    }
  }

  private synchronized void startAgain() throws IOException {
    if (!stopping) {
      process = start();
    }
  }

  private static Duration delay(int restarts) {
    Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(restarts, 10));
    return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
  }

  private String lastLines() {
    try {
      List<String> lines = Files.readAllLines(program.log());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause(Duration duration) {
    try {
      TimeUnit.MILLISECONDS.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
