package io.deficitwatch.ingestion.quality;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.event.ReleaseRemarks.Check;
import io.deficitwatch.contracts.event.ReleaseRemarks.Severity;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.catalogue.Checks.Revision;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares a series with what was known of it before: what was revised that is not revised any
 * more, or by more than is usual, and which periods are gone although the release speaks for them.
 */
public final class RevisionCheck {
  private final Series series;
  private final Optional<Revision> usual;
  private final YearMonth releasedIn;
  private final Map<TimePeriod, Observation> observations = new HashMap<>();
  private final List<Coverage> newer = new ArrayList<>();
  private int known;
  private int late;
  private Optional<TimePeriod> firstLate = Optional.empty();
  private int large;
  private BigDecimal largest = BigDecimal.ZERO;
  private Optional<TimePeriod> worst = Optional.empty();
  private String worstWords = "";
  private int lost;
  private Optional<TimePeriod> firstLost = Optional.empty();
  private boolean changed;

  /**
   * @param series as it is released now
   * @param usual what is usually revised; empty if nothing is known of that
   * @param releasedIn the month of the release
   */
  public RevisionCheck(Series series, Optional<Revision> usual, YearMonth releasedIn) {
    this.series = series;
    this.usual = usual;
    this.releasedIn = releasedIn;
    series.observations().forEach(one -> observations.put(one.period(), one));
  }

  /**
   * Takes what one release said before, or a part of it. The later releases come first: what one of
   * them spoke for is not looked at again.
   */
  public void compare(Series before) {
    for (Observation earlier : before.observations()) {
      TimePeriod period = earlier.period();
      if (earlier.value().isPresent() && newer.stream().noneMatch(one -> one.covers(period))) {
        known++;
        compare(period, earlier.value().get());
      }
    }
  }

  /**
   * Says for what the release spoke whose parts were compared.
   *
   * @return whether that reaches back as far as the series does, so that older ones need not be
   *     looked at
   */
  public boolean isComparedWith(Coverage coverage) {
    newer.add(coverage);
    Optional<TimePeriod> from = series.coverage().from();
    return coverage.from().isEmpty()
        || from.filter(first -> first.compareTo(coverage.from().get()) >= 0).isPresent();
  }

  /** Whether any figure is another than before. */
  public boolean changed() {
    return changed;
  }

  private void compare(TimePeriod period, BigDecimal before) {
    Optional<BigDecimal> now =
        Optional.ofNullable(observations.get(period)).flatMap(Observation::value);
    if (now.isEmpty()) {
      if (series.coverage().covers(period)) {
        changed = true;
        lost++;
        firstLost = firstLost.or(() -> Optional.of(period));
      }
      return;
    }
    if (now.get().compareTo(before) != 0) {
      changed = true;
      usual.ifPresent(revision -> judge(period, before, now.get(), revision));
    }
  }

  private void judge(TimePeriod period, BigDecimal before, BigDecimal now, Revision revision) {
    BigDecimal distance = now.subtract(before).abs();
    if (distance.compareTo(revision.negligible()) <= 0) {
      return;
    }
    if (ChronoUnit.MONTHS.between(period.lastMonth(), releasedIn) > revision.months()) {
      late++;
      firstLate = firstLate.or(() -> Optional.of(period));
    }
    if (distance.compareTo(before.abs().multiply(revision.share())) > 0) {
      large++;
      if (distance.compareTo(largest) > 0) {
        largest = distance;
        worst = Optional.of(period);
        worstWords = "%s became %s".formatted(before.toPlainString(), now.toPlainString());
      }
    }
  }

  /** Adds what was found. */
  public void finish(String refArea, Remarks remarks) {
    if (late > 0) {
      remarks.add(
          refArea,
          Check.REVISION_WINDOW,
          Severity.WARNING,
          series.key(),
          firstLate,
          "%s changed more than %d months after the end of the period"
              .formatted(figures(late), usual.orElseThrow().months()));
    }
    if (large > 0) {
      remarks.add(
          refArea,
          Check.REVISION_SIZE,
          Severity.CRITICAL,
          series.key(),
          worst,
          "%s changed by more than the share of %s; the largest: %s"
              .formatted(figures(large), usual.orElseThrow().share().toPlainString(), worstWords));
    }
    if (lost > 0) {
      remarks.add(
          refArea,
          Check.LOST_PERIODS,
          lost * 2 > known ? Severity.CRITICAL : Severity.WARNING,
          series.key(),
          firstLost,
          "%d of %d periods that had a value before have none".formatted(lost, known));
    }
  }

  private static String figures(int count) {
    return count == 1 ? "one figure" : count + " figures";
  }
}
