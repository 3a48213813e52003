package io.deficitwatch.launcher.story;

import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.launcher.receiver.ReceivedWebhook;
import io.deficitwatch.launcher.receiver.WebhookLog;
import io.deficitwatch.launcher.sample.SampleRelease;
import io.deficitwatch.launcher.sample.SampleReleases;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Hands in the sample releases in the order of their publication and tells what becomes of each:
 * balances, records, alerts, webhooks. Told again on the same data it finds everything known, and
 * checks what is stored instead.
 */
public final class Story {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Endpoints endpoints;
  private final Narrator narrator;
  private final WebhookLog webhooks;
  private final Rest rest = new Rest();
  private final Balances balances;
  private final Steps steps;

  /**
   * Where everything is.
   *
   * @param receiver URL that webhooks are to be posted to
   */
  public record Endpoints(
      String ingestion, String metrics, String alerting, String receiver, Tokens tokens) {}

  /**
   * @param webhookSecret what the receiver verifies with
   */
  public record Tokens(String publisher, String operator, String webhookSecret) {}

  public Story(Endpoints endpoints, WebhookLog webhooks, Narrator narrator) {
    this.endpoints = endpoints;
    this.webhooks = webhooks;
    this.narrator = narrator;
    this.balances = new Balances(rest, endpoints.metrics(), endpoints.tokens().operator());
    this.steps = new Steps(narrator);
  }

  /**
   * Returns what was to be seen and was not; empty if the story is complete.
   *
   * @throws StoryStopped if a service refuses or does not come back
   */
  public List<String> tell() throws InterruptedException {
    new WatchedRules(rest, endpoints.alerting(), endpoints.tokens().operator())
        .setUp(endpoints.receiver(), endpoints.tokens().webhookSecret());
    narrator.heading("A subscriber, デジタル収支を見守る人");
    narrator.line(
        "    three rules on JP-DIGITAL-5, calendar years; webhooks to " + endpoints.receiver());
    narrator.line("    all figures in 100 million yen (億円) unless they say otherwise");

    Map<String, SampleRelease> releases =
        SampleReleases.inOrder().stream()
            .collect(Collectors.toMap(SampleRelease::file, Function.identity()));
    for (Chapter chapter : Chapter.all()) {
      tell(chapter, Optional.ofNullable(releases.get(chapter.file())).orElseThrow());
    }
    new StoredAlerts(rest, endpoints.alerting(), endpoints.tokens().operator())
        .check(webhooks, steps, narrator);
    narrator.line("");
    narrator.line(
        steps.missing().isEmpty()
            ? "The story is complete: all %d steps were seen.".formatted(steps.count())
            : "The story is not complete: %d steps were seen, %d were not."
                .formatted(steps.count(), steps.missing().size()));
    return steps.missing();
  }

  private void tell(Chapter chapter, SampleRelease release) throws InterruptedException {
    narrator.heading(release.day() + "  " + release.title().en());
    narrator.line("    " + release.title().ja());
    narrator.line("    " + release.provenance().publisher() + ", " + release.provenance().source());
    String releaseId = handIn(release);
    Instant asOf = release.submission().releasedAt().toInstant();
    for (Chapter.ExpectedValue expected : chapter.values()) {
      tellBalance(expected, asOf, releaseId);
    }
    for (Chapter.ExpectedAlert expected : chapter.alerts()) {
      tellAlert(expected, releaseId);
    }
    if (chapter.alerts().isEmpty()) {
      narrator.line("    no rule watches this period: nothing to alert");
    }
  }

  private String handIn(SampleRelease release) throws InterruptedException {
    SampleRelease.Submission submission = release.submission();
    String url =
        "%s/v1/releases?dataflow=%s&releasedAt=%s&format=%s&status=%s"
            .formatted(
                endpoints.ingestion(),
                encoded(submission.dataflow()),
                encoded(submission.releasedAt()),
                encoded(submission.format()),
                encoded(submission.status()));
    String mediaType = release.file().endsWith(".json") ? "application/json" : "text/csv";
    Rest.Answer answer =
        rest.post(url, endpoints.tokens().publisher(), mediaType, SampleReleases.content(release));
    String id = answer.body().path("id").asText();
    switch (answer.status()) {
      case 202 -> steps.seen("accepted (202) as release " + id);
      case 200 ->
          steps.seen("known already (200), it is release " + id + ": nothing is done twice");
      default ->
          throw new StoryStopped(
              release.file() + " was answered " + answer.status() + ": " + answer.body());
    }
    return id;
  }

  private void tellBalance(Chapter.ExpectedValue expected, Instant asOf, String releaseId)
      throws InterruptedException {
    String name =
        "%s, %s = %s"
            .formatted(
                expected.indicator(),
                Words.period(expected.period()),
                Words.inHundredMillions(expected.hundredMillionYen().movePointRight(8)));
    Optional<Balances.Balance> found =
        balances.await(expected.indicator(), expected.period(), asOf, releaseId, PATIENCE);
    if (found.isEmpty()
        || found.get().value().isEmpty()
        || found.get().value().get().movePointLeft(8).compareTo(expected.hundredMillionYen())
            != 0) {
      steps.missing(name + found.map(balance -> ", but it is " + balance.value()).orElse(""));
      return;
    }
    Balances.Balance balance = found.get();
    String revision =
        balance
            .previous()
            .map(
                before ->
                    "; revised from %s of %s"
                        .formatted(
                            Words.inHundredMillions(before.value()),
                            Words.day(before.vintage().releasedAt())))
            .orElse("");
    steps.seen(
        "recomputed: %s (%s)%s"
            .formatted(name, Words.inTrillions(balance.value().orElseThrow()), revision));
    boolean record = balance.ranking().filter(ranking -> ranking.record()).isPresent();
    balance
        .ranking()
        .ifPresent(ranking -> narrator.line("      " + Words.ranking(expected.period(), ranking)));
    if (expected.standing() == Chapter.Standing.RECORD && !record) {
      steps.missing(name + " as a record");
    }
    if (Words.needsCare(expected.period().frequency())) {
      narrator.line(
          "      compared with %s only, never with periods of another kind"
              .formatted(Words.likePeriods(expected.period())));
    }
  }

  private void tellAlert(Chapter.ExpectedAlert expected, String releaseId)
      throws InterruptedException {
    List<ReceivedWebhook> found =
        webhooks.await(webhook -> matches(expected, releaseId, webhook.alert()), PATIENCE);
    if (found.isEmpty()) {
      steps.missing(
          "the alert of rule %s for %s, %s by %s"
              .formatted(
                  expected.ruleId(), expected.period(), expected.transition(), expected.cause()));
      return;
    }
    AlertChanged alert = found.getFirst().alert();
    steps.seen(
        "alert %s by rule \"%s\" for %s"
            .formatted(word(alert.transition()), alert.rule().name(), alert.figure().period()));
    narrator.line("      " + alert.summary().en());
    narrator.line("      " + alert.summary().ja());
    if (alert.cause().kind() == AlertChanged.Cause.Kind.REVISION) {
      narrator.line(
          "      by a revision alone: no new period came, %s went from %s to %s; the limit is %s (%s)"
              .formatted(
                  alert.figure().period(),
                  alert
                      .cause()
                      .revised()
                      .map(was -> Words.inHundredMillions(was.value()))
                      .orElse("?"),
                  alert.figure().value().map(Words::inHundredMillions).orElse("no value"),
                  Words.inHundredMillions(alert.limit().value()),
                  alert.limit().label()));
    }
    steps.seen("webhook " + found.getFirst().id() + " delivered, signature verified");
  }

  private static boolean matches(
      Chapter.ExpectedAlert expected, String releaseId, AlertChanged alert) {
    return alert.rule().id().equals(expected.ruleId())
        && alert.figure().period().equals(expected.period())
        && alert.figure().vintage().releaseId().equals(releaseId)
        && alert.transition() == expected.transition()
        && alert.cause().kind() == expected.cause();
  }

  private static String word(AlertChanged.Transition transition) {
    return switch (transition) {
      case RAISED -> "raised";
      case CLEARED -> "cleared";
      case CORRECTED -> "corrected";
      case RETRACTED -> "retracted";
      case REGRADED -> "regraded";
    };
  }

  private static String encoded(Object value) {
    return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
  }
}
