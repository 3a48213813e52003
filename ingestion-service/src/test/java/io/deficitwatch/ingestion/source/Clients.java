package io.deficitwatch.ingestion.source;

import io.deficitwatch.ingestion.fetch.SourceClient;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Clients with the configuration that the service has, but for what a test says. */
public final class Clients {
  private static final String PREFIX = "deficitwatch.fetch.http.";

  private Clients() {}

  /**
   * @param settings name, value, name, value
   */
  public static SourceClient client(String... settings) {
    return client(Path.of(System.getProperty("java.io.tmpdir")), settings);
  }

  /**
   * @param scratch where what is fetched waits
   */
  static SourceClient client(Path scratch, String... settings) {
    Map<String, String> values =
        new HashMap<>(
            Map.of(
                PREFIX + "plain",
                "true",
                PREFIX + "pause",
                "PT0.01S",
                PREFIX + "retry.pause",
                "PT0.02S",
                PREFIX + "timeout",
                "PT2S"));
    for (int i = 0; i < settings.length; i += 2) {
      values.put(PREFIX + settings[i], settings[i + 1]);
    }
    return new HttpSourceClient(
        new PoliteClient(config(values), () -> scratch, Clock.systemUTC()), Clock.systemUTC());
  }

  static HttpConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(HttpConfig.class)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(HttpConfig.class);
  }
}
