package io.deficitwatch.metrics.record;

import static io.deficitwatch.metrics.sample.Releases.yen;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.eventing.OutboundMessage;
import io.deficitwatch.eventing.Tombstone;
import io.deficitwatch.metrics.sample.Metrics;
import io.deficitwatch.metrics.sample.Releases;
import io.deficitwatch.metrics.sample.Story;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoryTest {
  private static final String FIVE = "JP-DIGITAL-5";
  private static final String THREE = "JP-DIGITAL-3";
  private final Metrics metrics = new Metrics();

  @Test
  void sumsThePublishedItemsToThePublishedTotals() {
    metrics.take(Story.monthly());

    assertThat(value(FIVE, "2014", "")).isEqualTo(yen("-21488"));
    assertThat(value(FIVE, "2015", "")).isEqualTo(yen("-26474"));
    assertThat(value(THREE, "2014", "")).isEqualTo(yen("-20228"));
    assertThat(value(THREE, "2015", "")).isEqualTo(yen("-25040"));
    assertThat(metrics.value(FIVE, "2014", "").figure().basis()).isEqualTo(Basis.COMPONENTS);
  }

  @Test
  void clearsWhatAReleaseTookBackAfterAnEventThatSaysSo() {
    var month = Map.of("2025-01", "-100", "2025-02", "-200");
    metrics.take(travel("a", "2025-04-01T00:00:00Z", month));
    metrics.messages.clear();

    metrics.take(travel("b", "2025-05-01T00:00:00Z", Map.of("2025-01", "-100", "2025-03", "-300")));

    List<OutboundMessage> february =
        metrics.messages.stream()
            .filter(message -> message.event().key().equals("JP-TRAVEL/JP/M/2025-02"))
            .toList();
    assertThat(february).hasSize(2);
    OutboundEvent last = (OutboundEvent) february.getFirst();
    IndicatorRecomputed said = (IndicatorRecomputed) last.payload();
    assertThat(said.value()).isEmpty();
    assertThat(said.previous().orElseThrow().value()).isEqualTo(yen("-200"));
    assertThat(february.getLast()).isEqualTo(new Tombstone(last));
    assertThat(metrics.messages)
        .filteredOn(message -> message.event().key().endsWith("/2025-03"))
        .allSatisfy(message -> assertThat(message).isInstanceOf(OutboundEvent.class));
  }

  @Test
  void saysOfWhichReleaseABatchIs() {
    ReleasePublished release = travel("a", "2025-04-01T00:00:00Z", Map.of("2025-01", "-100"));
    metrics.take(release);

    assertThat(metrics.messages)
        .isNotEmpty()
        .allSatisfy(
            message ->
                assertThat(
                        ((IndicatorRecomputed) ((OutboundEvent) message).payload())
                            .batch()
                            .flatMap(IndicatorRecomputed.Batch::release))
                    .contains(release.vintage()));
  }

  private static ReleasePublished travel(String id, String releasedAt, Map<String, String> months) {
    return Releases.of(
        id, "BOJ:BP01", releasedAt, List.of(Releases.series("M.JP.W1.N.SD.JPY", months)));
  }

  @Test
  void computesCompletePeriodsOfEveryFrequencyOnly() {
    metrics.take(Story.monthly());

    assertThat(periods(Frequency.M)).hasSize(24);
    assertThat(periods(Frequency.Q)).hasSize(8);
    assertThat(periods(Frequency.S)).hasSize(4);
    assertThat(periods(Frequency.FY)).containsExactly("FY2014");
    assertThat(periods(Frequency.FS)).containsExactly("FY2014-S1", "FY2014-S2", "FY2015-S1");
    assertThat(periods(Frequency.YTD)).hasSize(24).startsWith("YTD-2014-01", "YTD-2014-02");
    assertThat(value(FIVE, "YTD-2015-12", "")).isEqualTo(value(FIVE, "2015", ""));
    assertThat(periods(Frequency.T12M)).hasSize(13).startsWith("T12M-2014-12");
    assertThat(value(FIVE, "T12M-2015-12", "")).isEqualTo(value(FIVE, "2015", ""));
  }

  @Test
  void ranksPeriodsOfOneReleaseAmongOneAnother() {
    List<IndicatorRecomputed> announced = metrics.take(Story.monthly());

    assertThat(announced)
        .filteredOn(event -> event.key().equals("JP-DIGITAL-5/JP/A/2014"))
        .singleElement()
        .satisfies(event -> assertThat(event.ranking().orElseThrow().rank()).isEqualTo(2));
    assertThat(announced)
        .filteredOn(event -> event.key().equals("JP-DIGITAL-5/JP/A/2015"))
        .singleElement()
        .satisfies(event -> assertThat(event.ranking().orElseThrow().record()).isTrue());
  }

  @Test
  void announces2024AsARecordAndSaysWhichYearsAreMissing() {
    takeStoryBefore(2);
    List<IndicatorRecomputed> announced = metrics.take(Story.all().get(2));

    assertThat(announced).hasSize(2);
    IndicatorRecomputed five = announced.getLast();
    assertThat(five.key()).isEqualTo("JP-DIGITAL-5/JP/A/2024");
    assertThat(five.value()).contains(new BigDecimal("-6650600000000"));
    assertThat(five.basis()).isEqualTo(Basis.PUBLISHED_TOTAL);
    assertThat(five.previous()).isEmpty();
    Ranking ranking = five.ranking().orElseThrow();
    assertThat(ranking.record()).isTrue();
    assertThat(ranking.of()).isEqualTo(4);
    assertThat(ranking.lowestOther())
        .contains(new Ranking.Holder(TimePeriod.parse("2023"), yen("-55360")));
    assertThat(ranking.coverage().from()).isEqualTo(TimePeriod.parse("2014"));
    assertThat(ranking.coverage().expected()).isEqualTo(11);
    assertThat(ranking.coverage().missing())
        .isEqualTo(
            IntStream.rangeClosed(2016, 2022)
                .mapToObj(year -> new TimePeriod(Frequency.A, year, 1))
                .toList());
  }

  @Test
  void announcesTheAprilFigureAsARevisionOfTheFirst() {
    takeStoryBefore(3);
    List<IndicatorRecomputed> announced = metrics.take(Story.all().get(3));

    assertThat(announced).hasSize(1);
    IndicatorRecomputed event = announced.getFirst();
    assertThat(event.value()).contains(yen("-68500"));
    assertThat(event.previous().map(Figure::value)).contains(yen("-66506"));
    assertThat(event.first().value()).isEqualByComparingTo(yen("-66506"));
    assertThat(event.ranking().orElseThrow().record()).isTrue();
    assertThat(event.vintage().releaseId()).isEqualTo("meti-2025-04");
  }

  @Test
  void answersAsKnownBeforeAndAfterTheRevision() {
    Story.all().forEach(metrics::take);

    assertThat(value(FIVE, "2024", "2025-04-29T23:59:59+09:00")).isEqualTo(yen("-66506"));
    assertThat(value(FIVE, "2024", "2025-04-30T00:00:00+09:00")).isEqualTo(yen("-68500"));
    assertThat(metrics.values(FIVE, Frequency.A, "2024-12-31T00:00:00+09:00"))
        .extracting(figure -> figure.period().toString())
        .containsExactly("2014", "2015", "2023");
    assertThat(metrics.value(FIVE, "2015", "2017-06-01T00:00:00Z").ranking().orElseThrow().record())
        .isTrue();
    assertThat(metrics.value(FIVE, "2015", "").ranking().orElseThrow().record()).isFalse();
  }

  @Test
  void comparesTheFirstHalfOf2025WithFirstHalvesOnly() {
    Story.all().forEach(metrics::take);

    Ranking ranking = metrics.value(FIVE, "2025-S1", "").ranking().orElseThrow();
    assertThat(ranking.of()).isEqualTo(3);
    assertThat(ranking.coverage().from()).isEqualTo(TimePeriod.parse("2014-S1"));
    assertThat(ranking.coverage().missing())
        .hasSize(9)
        .allSatisfy(missing -> assertThat(missing.ordinal()).isEqualTo(1));
    assertThat(ranking.lowestOther().orElseThrow().period()).isEqualTo(TimePeriod.parse("2015-S1"));
  }

  @Test
  void announcesNothingForAReleaseThatSaysNothingNew() {
    Story.all().forEach(metrics::take);
    assertThat(Story.all()).allSatisfy(release -> assertThat(metrics.take(release)).isEmpty());
  }

  private void takeStoryBefore(int index) {
    Story.all().subList(0, index).forEach(metrics::take);
  }

  private BigDecimal value(String indicator, String period, String asOf) {
    return metrics.value(indicator, period, asOf).figure().value().orElseThrow();
  }

  private List<String> periods(Frequency frequency) {
    return metrics.values(FIVE, frequency, "").stream()
        .map(figure -> figure.period().toString())
        .toList();
  }
}
