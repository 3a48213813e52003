package io.deficitwatch.alerting;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where readers of alerts find the services; links that are not set are left out. */
@ConfigMapping(prefix = "deficitwatch.links")
public interface LinksConfig {
  /** Address of alerting as its readers see it, as in {@code https://alerts.example.org}. */
  Optional<URI> alerting();

  /** Address of metrics as its readers see it. */
  Optional<URI> metrics();
}
