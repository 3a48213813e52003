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
  private volatile boolean wasReady;
  private volatile boolean training;
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
    this.training = cache.trainable();
    this.process = start(training ? cache.train() : cache.use());
    Thread.ofVirtual().name("supervise-" + program.service().id()).start(this::supervise);
  }

  /** Returns when the process that runs now says so itself. */
  void awaitReady(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!isReady()) {
      if (stopping) {
        throw new StackFailure("interrupted while starting");
      }
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
    wasReady = true;
  }

  private boolean isReady() {
    return process.isAlive() && health.isReady(url, instance);
  }

  /** Asks it to end; {@link #awaitEnd} sees that it does. */
  synchronized void stop() {
    stopping = true;
    if (training && !wasReady) {
      kill(); // it would take its time to write down half of a start
    } else {
      process.destroy();
    }
  }

  /** Whether the start-up cache is written as the process ends, which takes a while. */
  boolean trains() {
    return training && wasReady;
  }

  void awaitEnd() throws IOException {
    try {
      Duration patience = trains() ? TRAINING_PATIENCE : STOP_PATIENCE;
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
        process.waitFor();
      } else if (trains()) {
        cache.keep();
      }
      cache.discard();
      Files.deleteIfExists(pidFile);
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  // The JVM leaves the writing of its cache to a process of its own.
  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private Process start(List<String> forStartUp) throws IOException {
    String fresh = UUID.randomUUID().toString();
    instance = fresh;
    Process started = program.start(fresh, forStartUp);
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
        // Only a whole run trains, from the start to the end that we ask for.
        training = false;
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
      process = start(cache.use());
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
