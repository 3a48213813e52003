package io.deficitwatch.ingestion.rest;

import io.deficitwatch.ingestion.fetch.Source;
import io.deficitwatch.ingestion.sample.LocalPublisher;
import io.deficitwatch.ingestion.sample.LocalPublisher.Asked;
import io.deficitwatch.ingestion.sample.LocalPublisher.Reply;
import io.deficitwatch.ingestion.sample.Recording;
import io.deficitwatch.ingestion.yaml.YamlCatalogueFiles;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Switches fetching of all sources on, from their recorded replies on this machine. */
public final class RecordedPublishers implements QuarkusTestResourceLifecycleManager {
  private final Map<Recording, Integer> answered = new ConcurrentHashMap<>();
  private @Nullable LocalPublisher publisher;

  @Override
  public Map<String, String> start() {
    publisher = LocalPublisher.start();
    publisher.answer(this::reply);
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "deficitwatch.fetch.enabled", "true",
                "deficitwatch.fetch.look-interval", "0.1S",
                "deficitwatch.fetch.http.plain", "true",
                "deficitwatch.fetch.http.pause", "0.01S",
                "deficitwatch.fetch.http.timeout", "10S"));
    for (Source source : YamlCatalogueFiles.shippedSources().listSources()) {
      settings.put(
          "deficitwatch.fetch.http.url.\"%s\"".formatted(source.dataflow()),
          publisher.url(recording(source.dataflow().toString()).path()).toString());
    }
    return settings;
  }

  private static Recording recording(String dataflow) {
    return Arrays.stream(Recording.values())
        .filter(one -> one.dataflow().equals(dataflow))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no recording of the source of " + dataflow));
  }

  // One after the other, and then the last one again, unless it is known.
  private Reply reply(Asked asked) {
    Recording recording = Recording.valueOf(asked.uri().getPath().split("/", -1)[1]);
    List<Reply> replies = recording.replies();
    int number = answered.merge(recording, 1, Integer::sum) - 1;
    if (number < replies.size()) {
      return replies.get(number);
    }
    return asked.header("If-None-Match").equals("\"first\"")
        ? Reply.of(304, "").with(Map.of("ETag", "\"first\""))
        : again(recording, replies, asked);
  }

  // The Bank of Japan's API knows no conditions, but pages.
  private static Reply again(Recording recording, List<Reply> replies, Asked asked) {
    boolean first = recording == Recording.BOJ_BP01 && !asked.query().contains("startPosition");
    return first ? replies.get(replies.size() - 2) : replies.getLast();
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(
        Objects.requireNonNull(publisher), new TestInjector.MatchesType(LocalPublisher.class));
  }

  @Override
  public void stop() {
    if (publisher != null) {
      publisher.close();
    }
  }
}
