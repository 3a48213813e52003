package io.deficitwatch.launcher;

import io.deficitwatch.launcher.receiver.ReceivedWebhook;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clean {@code ./run --once} to its end, once for all tests: what the others are measured by. It
 * also trains the start-up caches of the services, if they are not.
 */
record FirstRun(int exit, String output, List<ReceivedWebhook> webhooks) {
  /** Where it happened; for whoever tells the story a second time. */
  static final Path DATA = Path.of("target/e2e/first").toAbsolutePath();

  /** For tests that begin anew. */
  static final Path OTHER_DATA = Path.of("target/e2e/other").toAbsolutePath();

  static final int PORTS = RunningLauncher.freePortBase();

  private static @Nullable FirstRun ended;

  static synchronized FirstRun ended() throws Exception {
    if (ended == null) {
      try (var launcher = RunningLauncher.start(DATA, PORTS, "--once", "--fresh")) {
        ended = new FirstRun(launcher.awaitExit(), launcher.output(), launcher.webhooks());
      }
    }
    return ended;
  }

  /** What the webhooks were about. */
  List<String> subjects() {
    return subjects(webhooks);
  }

  static List<String> subjects(List<ReceivedWebhook> webhooks) {
    return webhooks.stream().map(ReceivedWebhook::subject).sorted().toList();
  }
}
