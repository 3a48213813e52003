package io.deficitwatch.launcher.receiver;

import io.deficitwatch.contracts.json.ContractsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The verified webhooks of this data directory, one a line; a repeated id is taken once. */
public final class WebhookLog {
  private final Path file;
  private final Map<String, ReceivedWebhook> byId = new LinkedHashMap<>();
  private int repeated;

  private WebhookLog(Path file) {
    this.file = file;
  }

  public static WebhookLog in(Path directory) throws IOException {
    Files.createDirectories(directory);
    var log = new WebhookLog(directory.resolve("webhooks.jsonl"));
    if (Files.exists(log.file)) {
      for (String line : Files.readAllLines(log.file)) {
        if (line.endsWith("}")) { // not one that a killed process left unfinished
          ReceivedWebhook webhook = ContractsJson.mapper().readValue(line, ReceivedWebhook.class);
          log.byId.put(webhook.id(), webhook);
        }
      }
    }
    return log;
  }

  /** Notes it for good. Returns whether it is new; an attempt that is repeated is not. */
  synchronized boolean add(ReceivedWebhook webhook) {
    if (byId.containsKey(webhook.id())) {
      repeated++;
      return false;
    }
    try {
      Files.writeString(
          file,
          "\n" + ContractsJson.mapper().writeValueAsString(webhook),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byId.put(webhook.id(), webhook);
    notifyAll();
    return true;
  }

  public synchronized List<ReceivedWebhook> all() {
    return List.copyOf(byId.values());
  }

  /** How many attempts came a second time since this process began. */
  public synchronized int repeated() {
    return repeated;
  }

  /** Those that match, as soon as there is one, or none when patience ends. */
  public synchronized List<ReceivedWebhook> await(
      Predicate<ReceivedWebhook> wanted, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      List<ReceivedWebhook> found = new ArrayList<>(byId.values());
      found.removeIf(wanted.negate());
      long left = (end - System.nanoTime()) / 1_000_000;
      if (!found.isEmpty() || left <= 0) {
        return found;
      }
      wait(left);
    }
  }
}
