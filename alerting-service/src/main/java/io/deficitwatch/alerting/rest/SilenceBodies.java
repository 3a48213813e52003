package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.silence.Acknowledgement;
import io.deficitwatch.alerting.silence.Inhibition;
import io.deficitwatch.alerting.silence.Label;
import io.deficitwatch.alerting.silence.Matcher;
import io.deficitwatch.alerting.silence.Matchers;
import io.deficitwatch.alerting.silence.Silence;
import io.deficitwatch.alerting.silence.Suppression;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is not sent, as it is written in requests and answers. */
final class SilenceBodies {
  private SilenceBodies() {}

  @Schema(
      name = "Matcher",
      requiredProperties = {"label", "values"})
  record MatcherBody(
      @Schema(enumeration = {"rule", "indicator", "area", "frequency", "severity"})
          @Nullable String label,
      @Schema(description = "Any of them; * stands for any characters", examples = "[\"JP-*\"]")
          @Nullable List<@Nullable String> values,
      @Schema(description = "false: none of them; true unless you say") @Nullable Boolean equal) {
    static List<MatcherBody> of(Matchers matchers) {
      return matchers.all().stream().map(MatcherBody::of).toList();
    }

    private static MatcherBody of(Matcher matcher) {
      return new MatcherBody(
          matcher.label().code(), List.copyOf(matcher.values()), matcher.equal());
    }
  }

  @Schema(
      name = "SilenceRequest",
      requiredProperties = {"matchers", "endsAt", "author", "comment"})
  record Request(
      @Schema(description = "1 to 10; all must match")
          @Nullable List<@Nullable MatcherBody> matchers,
      @Schema(description = "With offset; now unless you say") @Nullable String startsAt,
      @Schema(description = "With offset, at most a year ahead") @Nullable String endsAt,
      @Nullable String author,
      @Nullable String comment) {
    static Request empty() {
      return new Request(null, null, null, null, null);
    }
  }

  @Schema(name = "Silence")
  record Response(
      String id,
      String subscriberId,
      List<MatcherBody> matchers,
      Instant startsAt,
      Instant endsAt,
      String author,
      String comment,
      Silence.State state,
      Instant createdAt) {
    static Response of(Silence silence, Instant now) {
      return new Response(
          silence.id(),
          silence.subscriberId(),
          MatcherBody.of(silence.matchers()),
          silence.window().startsAt(),
          silence.window().endsAt(),
          silence.note().author(),
          silence.note().comment(),
          silence.state(now),
          silence.createdAt());
    }
  }

  @Schema(name = "Silences")
  record Silences(List<Response> silences) {}

  @Schema(
      name = "InhibitionRequest",
      requiredProperties = {"source", "target"})
  record InhibitionRequest(
      @Schema(description = "1 to 10: the alert that says more; it must fire")
          @Nullable List<@Nullable MatcherBody> source,
      @Schema(description = "1 to 10: the alerts that are not sent meanwhile")
          @Nullable List<@Nullable MatcherBody> target,
      @Schema(
              description =
                  "On which labels the two must agree; indicator, area and frequency unless you"
                      + " say",
              examples = "[\"indicator\",\"area\",\"frequency\"]")
          @Nullable List<@Nullable String> equal) {
    static InhibitionRequest empty() {
      return new InhibitionRequest(null, null, null);
    }
  }

  @Schema(name = "Inhibition")
  record InhibitionResponse(
      String id,
      String subscriberId,
      List<MatcherBody> source,
      List<MatcherBody> target,
      List<String> equal) {
    static InhibitionResponse of(Inhibition inhibition) {
      return new InhibitionResponse(
          inhibition.id(),
          inhibition.subscriberId(),
          MatcherBody.of(inhibition.source()),
          MatcherBody.of(inhibition.target()),
          inhibition.equal().stream().sorted().map(Label::code).toList());
    }
  }

  @Schema(name = "Inhibitions")
  record Inhibitions(List<InhibitionResponse> inhibitions) {}

  @Schema(name = "AcknowledgeRequest", requiredProperties = "author")
  record AcknowledgeRequest(@Nullable String author, @Nullable String comment) {
    static AcknowledgeRequest empty() {
      return new AcknowledgeRequest(null, null);
    }
  }

  @Schema(name = "Acknowledged")
  record Acknowledged(String author, String comment, Instant at) {
    static Acknowledged of(Acknowledgement acknowledgement) {
      return new Acknowledged(
          acknowledgement.note().author(), acknowledgement.note().comment(), acknowledgement.at());
    }
  }

  @Schema(name = "SuppressionCause")
  record Cause(
      Suppression.Reason reason,
      @Schema(description = "Id of the silence or of the greater alert, or who acknowledged")
          String by) {
    static Cause of(Suppression.Cause cause) {
      return new Cause(cause.reason(), cause.by());
    }
  }

  @Schema(name = "Suppressed")
  record Suppressed(
      @Schema(description = "Of the event on alerts.v1") String eventId,
      Suppression.Reason reason,
      String by,
      Instant at,
      @Schema(description = "When it was sent after all, because what inhibited it was over")
          Optional<Instant> liftedAt) {
    static Suppressed of(Suppression suppression) {
      return new Suppressed(
          suppression.eventId(),
          suppression.cause().reason(),
          suppression.cause().by(),
          suppression.at(),
          suppression.liftedAt());
    }
  }
}
