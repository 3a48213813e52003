package io.deficitwatch.metrics.record;

import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.event.IndicatorRecomputed.Batch;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.eventing.OutboundMessage;
import io.deficitwatch.eventing.Outbox;
import io.deficitwatch.eventing.Tombstone;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.indicator.RecomputedIndicator;
import io.deficitwatch.metrics.observation.MergedRelease;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ranks the figures that a release changed and announces them. */
@ApplicationScoped
public class RankIndicators {
  private final Outbox outbox;
  private final Clock clock;

  public RankIndicators(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** One event for each period whose latest figure changed, and a tombstone where none is left. */
  @Transactional
  public void rank(MergedRelease release, List<RecomputedIndicator> recomputed) {
    Instant now = clock.instant();
    List<IndicatorRecomputed> events =
        recomputed.stream().flatMap(indicator -> events(indicator, release)).toList();
    var batch =
        new Batch(
            release.known().releaseId() + "/" + release.refArea(),
            events.size(),
            Optional.of(release.known().vintage()));
    List<OutboundMessage> messages =
        events.stream()
            .map(event -> of(event, batch))
            .flatMap(event -> messages(event, outbound(event, release, now)))
            .toList();
    if (!messages.isEmpty()) {
      outbox.append(messages);
    }
  }

  /** What has no figure any more leaves the topic, after an event that says so. */
  private static Stream<OutboundMessage> messages(
      IndicatorRecomputed event, OutboundEvent outbound) {
    return event.value().isEmpty() && event.status() == ObservationStatus.L
        ? Stream.of(outbound, new Tombstone(outbound))
        : Stream.of(outbound);
  }

  private static Stream<IndicatorRecomputed> events(
      RecomputedIndicator recomputed, MergedRelease release) {
    RankedHistories ranked =
        new RankedHistories(
            recomputed.histories().values(), recomputed.definition().scope().validFrom());
    return Stream.concat(
        recomputed.changed().stream().flatMap(period -> event(recomputed, period, ranked).stream()),
        recomputed.withdrawn().stream()
            .flatMap(before -> withdrawal(recomputed, before, release, ranked).stream()));
  }

  /** Takes back a figure that has gone out: by what is now known there never was one. */
  private static Optional<IndicatorRecomputed> withdrawal(
      RecomputedIndicator recomputed,
      IndicatorHistory before,
      MergedRelease release,
      RankedHistories ranked) {
    return before
        .latest()
        .flatMap(
            last ->
                before
                    .first()
                    .map(
                        first ->
                            new IndicatorRecomputed(
                                recomputed.indicator(),
                                before.period(),
                                Optional.empty(),
                                ObservationStatus.L,
                                last.basis(),
                                release.known().vintage(),
                                last.figure().or(() -> figure(before.previous())),
                                first,
                                Optional.empty(),
                                Optional.of(ranked.reachAt(release.known())),
                                Optional.empty())));
  }

  private static Optional<IndicatorRecomputed> event(
      RecomputedIndicator recomputed, TimePeriod period, RankedHistories ranked) {
    return ranked
        .atItsVintage(period)
        .map(
            figure ->
                new IndicatorRecomputed(
                    recomputed.indicator(),
                    period,
                    figure.figure().value(),
                    figure.figure().status(),
                    figure.figure().basis(),
                    figure.figure().known().vintage(),
                    figure(figure.previous()),
                    figure.first(),
                    figure.ranking(),
                    Optional.of(ranked.reachAt(figure.figure().known())),
                    Optional.empty()));
  }

  private static Optional<Figure> figure(Optional<IndicatorFigure> known) {
    return known.flatMap(IndicatorFigure::figure);
  }

  private static IndicatorRecomputed of(IndicatorRecomputed event, Batch batch) {
    return new IndicatorRecomputed(
        event.indicator(),
        event.period(),
        event.value(),
        event.status(),
        event.basis(),
        event.vintage(),
        event.previous(),
        event.first(),
        event.ranking(),
        event.reach(),
        Optional.of(batch));
  }

  // The id names the release that caused the change: it changes a figure at most once, while the
  // vintage of a figure can be another, if the cause is a release that came late.
  private static OutboundEvent outbound(
      IndicatorRecomputed event, MergedRelease release, Instant now) {
    return new OutboundEvent(
        event.key() + "/" + release.known().releaseId(),
        EventType.INDICATOR_RECOMPUTED,
        event.key(),
        event.key(),
        now,
        event);
  }
}
