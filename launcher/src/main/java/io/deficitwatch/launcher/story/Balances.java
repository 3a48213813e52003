package io.deficitwatch.launcher.story;

import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Reads balances back from metrics, as known at a moment. */
final class Balances {
  private final Rest rest;
  private final String metrics;
  private final String token;

  Balances(Rest rest, String metrics, String token) {
    this.rest = rest;
    this.metrics = metrics;
    this.token = token;
  }

  private record Answer(List<Balance> values) {}

  /** A value with the releases that made it so. */
  record Balance(
      TimePeriod period,
      Optional<BigDecimal> value,
      Vintage vintage,
      Optional<Figure> previous,
      Optional<Ranking> ranking) {}

  /** The balance as that release left it, as soon as metrics has it. */
  Optional<Balance> await(
      String indicator, TimePeriod period, Instant asOf, String releaseId, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<Balance> found =
          find(indicator, period, asOf)
              .filter(balance -> balance.vintage().releaseId().equals(releaseId));
      if (found.isPresent() || System.nanoTime() > end) {
        return found;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private Optional<Balance> find(String indicator, TimePeriod period, Instant asOf)
      throws InterruptedException {
    String url =
        "%s/v1/indicators/%s/values?refArea=JP&freq=%s&startPeriod=%s&endPeriod=%s&asOf=%s"
            .formatted(
                metrics,
                indicator,
                period.frequency(),
                period,
                period,
                URLEncoder.encode(asOf.toString(), StandardCharsets.UTF_8));
    Rest.Answer answer = rest.get(url, token);
    if (answer.status() == 404) {
      return Optional.empty();
    }
    if (answer.status() != 200) {
      throw new StoryStopped(
          "GET " + url + " was answered " + answer.status() + ": " + answer.body());
    }
    return ContractsJson.mapper().convertValue(answer.body(), Answer.class).values().stream()
        .filter(balance -> balance.period().equals(period))
        .findFirst();
  }
}
