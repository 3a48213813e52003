package io.deficitwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Strimzi makes the topics that the services would make, with the same settings. */
class TopicsTest {
  private static final Pattern KEY =
      Pattern.compile("deficitwatch\\.eventing\\.topics\\.\"([^\"]+)\"\\.([a-z-]+)");

  record Topic(int partitions, Map<String, String> config) {}

  @Test
  void areThoseOfTheServices() throws IOException, InterruptedException {
    var made = new TreeMap<String, Topic>();
    Rendered.of(Rendered.BASE)
        .ofKind("KafkaTopic")
        .forEach(topic -> made.put(Rendered.nameOf(topic), topicOf(topic.path("spec"))));

    var wanted = new TreeMap<String, Topic>();
    Repository.SERVICES.forEach(
        service -> collect(new ServiceConfiguration(service).properties(), wanted));

    assertThat(made).isEqualTo(wanted);
  }

  private static Topic topicOf(JsonNode spec) {
    var config = new TreeMap<String, String>();
    spec.path("config")
        .properties()
        .forEach(setting -> config.put(setting.getKey(), setting.getValue().asText()));
    return new Topic(spec.path("partitions").asInt(), config);
  }

  // As io.deficitwatch.eventing.topic.TopicCreation makes them, with the defaults of
  // EventingConfig.
  private static void collect(Properties properties, Map<String, Topic> wanted) {
    var names = new TreeMap<String, Map<String, String>>();
    for (String key : properties.stringPropertyNames()) {
      Matcher matcher = KEY.matcher(key);
      if (matcher.matches()) {
        names
            .computeIfAbsent(matcher.group(1), _ -> new TreeMap<>())
            .put(matcher.group(2), properties.getProperty(key));
      }
    }
    names.forEach(
        (name, settings) -> {
          String cleanup = settings.getOrDefault("cleanup", "delete").toLowerCase(Locale.ROOT);
          var config = new TreeMap<>(Map.of("cleanup.policy", cleanup, "compression.type", "zstd"));
          if (cleanup.equals("delete")) {
            config.put("retention.ms", milliseconds(settings.getOrDefault("retention", "14D")));
          }
          wanted.put(
              name, new Topic(Integer.parseInt(settings.getOrDefault("partitions", "12")), config));
          wanted.put(
              name + ".dlt",
              new Topic(
                  1,
                  new TreeMap<>(
                      Map.of(
                          "cleanup.policy", "delete",
                          "compression.type", "zstd",
                          "max.message.bytes", "2097152",
                          "retention.ms",
                              milliseconds(
                                  settings.getOrDefault("dead-letter-retention", "30D"))))));
        });
  }

  /** Durations as Quarkus reads them: {@code 30D}, {@code 12H}. */
  private static String milliseconds(String duration) {
    return Long.toString(
        Duration.parse(duration.endsWith("D") ? "P" + duration : "PT" + duration).toMillis());
  }
}
