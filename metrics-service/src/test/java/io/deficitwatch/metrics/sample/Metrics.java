package io.deficitwatch.metrics.sample;

import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.eventing.OutboundMessage;
import io.deficitwatch.metrics.indicator.ComputeIndicators;
import io.deficitwatch.metrics.indicator.DefinitionCatalogue;
import io.deficitwatch.metrics.indicator.InMemoryIndicatorValues;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.observation.InMemoryVintages;
import io.deficitwatch.metrics.observation.MergeVintage;
import io.deficitwatch.metrics.record.RankIndicators;
import io.deficitwatch.metrics.record.RankedFigure;
import io.deficitwatch.metrics.record.RankedHistories;
import io.deficitwatch.metrics.transform.RateCatalogue;
import io.deficitwatch.metrics.yaml.ShippedDefinitions;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The service's use cases on stores in memory. */
public final class Metrics {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  public final InMemoryVintages vintages = new InMemoryVintages();
  public final InMemoryIndicatorValues values = new InMemoryIndicatorValues();
  public final List<OutboundMessage> messages = new ArrayList<>();
  private final DefinitionCatalogue definitions = ShippedDefinitions.load();
  private final MergeVintage mergeVintage =
      new MergeVintage(
          part -> {
            throw new UnsupportedOperationException("one part a release here");
          },
          vintages);
  private final ComputeIndicators computeIndicators =
      new ComputeIndicators(definitions, vintages, values);
  private final RankIndicators rankIndicators = new RankIndicators(messages::addAll, CLOCK);

  /** Takes the release in and returns what it announced. */
  public List<IndicatorRecomputed> take(ReleasePublished release) {
    int before = messages.size();
    var merged = mergeVintage.merge(release);
    rankIndicators.rank(merged, computeIndicators.compute(merged));
    return messages.subList(before, messages.size()).stream()
        .filter(message -> message instanceof OutboundEvent)
        .map(message -> (IndicatorRecomputed) message.event().payload())
        .toList();
  }

  public List<RankedFigure> values(String indicator, Frequency frequency, String asOf) {
    IndicatorDefinition definition = definitions.find(indicator).orElseThrow();
    List<IndicatorHistory> histories =
        values.list(definition.ref(frequency)).values().stream()
            .map(history -> asOf.isEmpty() ? history : history.asOf(moment(asOf)))
            .toList();
    return new RankedHistories(histories, definition.scope().validFrom()).list(_ -> true);
  }

  public IndicatorDefinition definition(String indicator) {
    return definitions.find(indicator).orElseThrow();
  }

  /** The exchange rates that the service ships. */
  public RateCatalogue rates() {
    return ShippedDefinitions.rates();
  }

  public RankedFigure value(String indicator, String period, String asOf) {
    TimePeriod wanted = TimePeriod.parse(period);
    return values(indicator, wanted.frequency(), asOf).stream()
        .filter(figure -> figure.period().equals(wanted))
        .findFirst()
        .orElseThrow();
  }

  private static Instant moment(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
