package io.deficitwatch.metrics.revision;

import static io.deficitwatch.metrics.sample.Releases.yen;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.ComputeIndicators;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.Ratio;
import io.deficitwatch.metrics.observation.AreaRelease;
import io.deficitwatch.metrics.observation.MergedRelease;
import io.deficitwatch.metrics.revision.Provenance.Ground;
import io.deficitwatch.metrics.revision.ReleaseRegister.RegisteredRelease;
import io.deficitwatch.metrics.sample.Metrics;
import io.deficitwatch.metrics.sample.Story;
import io.deficitwatch.metrics.yaml.ShippedDefinitions;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceValueTest {
  private static final Instant LATEST = Instant.parse("2026-01-01T00:00:00Z");
  private final Metrics metrics = new Metrics();
  private final TraceValue traceValue =
      new TraceValue(
          metrics.values,
          metrics.vintages,
          known ->
              known.stream()
                  .map(one -> new RegisteredRelease(one, Stage.UNSPECIFIED, "content", ""))
                  .toList());

  @Test
  void tracesAYearToEveryMonthOfEveryComponent() {
    Story.all().forEach(metrics::take);

    Provenance provenance = trace("JP-DIGITAL-5", "2014", LATEST);

    Ground.Components components = (Ground.Components) provenance.value().ground();
    assertThat(components.items()).hasSize(60);
    assertThat(components.items())
        .extracting(Provenance.Item::component)
        .contains("COPYRIGHT", "COMPUTER");
    assertThat(provenance.value().check().recomputed())
        .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo(yen("-21488")));
    assertThat(provenance.value().check().agrees()).isTrue();
    assertThat(provenance.releases())
        .extracting(release -> release.known().releaseId())
        .containsExactly("boj-2017-05");
  }

  @Test
  void tracesATotalToTheReleaseThatWasKnownAtTheMoment() {
    Story.all().forEach(metrics::take);

    assertThat(releaseOf2024("2025-02-09T23:50:00Z")).isEqualTo("mof-2025-02 -6650600000000");
    assertThat(releaseOf2024("2025-04-29T14:59:59.999999Z"))
        .isEqualTo("mof-2025-02 -6650600000000");
    assertThat(releaseOf2024("2025-04-29T15:00:00Z")).isEqualTo("meti-2025-04 -6850000000000");
    assertThat(
            traceValue.trace(
                definition("JP-DIGITAL-5"),
                TimePeriod.parse("2024"),
                Instant.parse("2025-02-09T23:49:59.999999Z")))
        .isEmpty();
  }

  @Test
  void tracesBothSidesOfARatio() {
    IndicatorDefinition five = definition("JP-DIGITAL-5");
    IndicatorDefinition ratio =
        new IndicatorDefinition(
            "RATIO",
            1,
            five.description(),
            five.scope(),
            new Ratio(definition("JP-DIGITAL-3"), five, -1));
    var compute = new ComputeIndicators(() -> List.of(ratio), metrics.vintages, metrics.values);
    Story.all()
        .forEach(
            release -> {
              AreaRelease area = AreaRelease.of(List.of(release));
              var changed = metrics.vintages.merge(area);
              assertThat(compute.compute(new MergedRelease(area.known(), "JP", changed)))
                  .isNotNull();
            });

    Provenance sums = traceValue.trace(ratio, TimePeriod.parse("2014"), LATEST).orElseThrow();
    Provenance totals = traceValue.trace(ratio, TimePeriod.parse("2024"), LATEST).orElseThrow();

    // 20228 / 21488 and 64622 / 68500
    assertThat(sums.value().figure().flatMap(figure -> figure.value()))
        .contains(new BigDecimal("-0.941362620998"));
    assertThat(sums.value().check().agrees()).isTrue();
    assertThat(totals.value().check().agrees()).isTrue();
    assertThat(totals.releases())
        .extracting(release -> release.known().releaseId())
        .containsExactly("mof-2025-02", "meti-2025-04");
    Ground.Division division = (Ground.Division) sums.value().ground();
    assertThat(division.numerator().ground().used()).hasSize(36);
    assertThat(division.denominator().ground().used()).hasSize(60);
  }

  private String releaseOf2024(String asOf) {
    Provenance provenance = trace("JP-DIGITAL-5", "2024", Instant.parse(asOf));
    assertThat(provenance.value().check().agrees()).isTrue();
    return provenance.releases().getFirst().known().releaseId()
        + " "
        + provenance.value().check().recomputed().orElseThrow().toPlainString();
  }

  private Provenance trace(String indicator, String period, Instant asOf) {
    return traceValue.trace(definition(indicator), TimePeriod.parse(period), asOf).orElseThrow();
  }

  private static IndicatorDefinition definition(String id) {
    return ShippedDefinitions.load().find(id).orElseThrow();
  }
}
