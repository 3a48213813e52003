package io.deficitwatch.alerting;

import io.deficitwatch.alerting.delivery.DeliveryLimits;
import io.deficitwatch.alerting.delivery.FailurePolicy;
import io.deficitwatch.alerting.delivery.RetrySchedule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How webhooks are sent, and where they may go. */
@ConfigMapping(prefix = "deficitwatch.webhook")
public interface WebhookConfig {
  /** Base64 of the AES-256 key under which the secrets of endpoints are kept. */
  String secretKey();

  /**
   * The keys before it. What they encrypted is still read, and encrypted anew at the start; a key
   * is left out once that is done.
   */
  Optional<List<String>> formerSecretKeys();

  /** Whether plain http is allowed; for development. */
  @WithDefault("false")
  boolean allowHttp();

  /** Networks in CIDR notation that may be called although they are not public. */
  Optional<List<String>> allowedNetworks();

  /** PEM file of those who vouch for receivers beside the ones whom the JDK trusts. */
  Optional<Path> trustedCertificates();

  /** Ports that may be called on public addresses; an allowed network may be called on any. */
  @WithDefault("443,80,8443")
  List<Integer> allowedPorts();

  /**
   * Hosts whose URLs are secrets, so that whoever has one may send there; of one that begins with a
   * dot all that end in it.
   */
  @WithDefault("hooks.slack.com,.webhook.office.com,.logic.azure.com,.api.powerplatform.com")
  List<String> secretUrlHosts();

  /** Longest wait for a connection. */
  @WithDefault("5S")
  Duration connectTimeout();

  /** Longest time for a whole attempt, from resolving the host to the end of the answer. */
  @WithDefault("15S")
  Duration timeout();

  /** How many requests are on their way at one time, without those that are slow. */
  @WithDefault("256")
  int inFlight();

  /** How many requests are on their way at one time, with those. Each takes some 50 KiB. */
  @WithDefault("1024")
  int inFlightInAll();

  /** When a request is slow: a receiver that hangs takes no place from others. */
  @WithDefault("1S")
  Duration slowAfter();

  /** How many requests are on their way to one endpoint; to one that failed only one. */
  @WithDefault("4")
  int inFlightPerEndpoint();

  /** How often due deliveries are looked for when no signal comes. */
  @WithDefault("1S")
  Duration pollInterval();

  /** How long deliveries that ended are kept, with their attempts. */
  @WithDefault("90D")
  Duration retention();

  /** How long a receiver must have failed, without one success, for its endpoint to be disabled. */
  @WithDefault("5D")
  Duration disableAfter();

  /** Failures further apart than this belong to different troubles. */
  @WithDefault("2D")
  Duration longestSilence();

  /** What happens after a failed attempt. */
  Retry retry();

  /** The schedule of retries. */
  interface Retry {
    /** The waits after the first attempt, the second and so on: 10 attempts over 75 hours. */
    @WithDefault("5S,5M,30M,2H,5H,10H,14H,20H,24H")
    List<Duration> delays();

    /** Share of a wait that chance adds, 0 to 1. */
    @WithDefault("0.2")
    double jitter();

    /** Longest {@code Retry-After} that is respected. */
    @WithDefault("24H")
    Duration longestRetryAfter();
  }

  /** Hands the configuration to the features, which know nothing of it. */
  class Configured {
    @Produces
    @Singleton
    public RetrySchedule schedule(WebhookConfig config) {
      Retry retry = config.retry();
      return new RetrySchedule(retry.delays(), retry.jitter(), retry.longestRetryAfter());
    }

    @Produces
    @Singleton
    public FailurePolicy failurePolicy(WebhookConfig config) {
      return new FailurePolicy(config.disableAfter(), config.longestSilence());
    }

    @Produces
    @Singleton
    public DeliveryLimits limits(WebhookConfig config) {
      // Twice the longest attempt: noting the result takes its time too.
      return new DeliveryLimits(
          config.inFlight(),
          config.inFlightInAll(),
          config.inFlightPerEndpoint(),
          config.slowAfter(),
          config.timeout().multipliedBy(2));
    }
  }
}
