package io.deficitwatch.launcher.story;

import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Figures and periods as people read them. */
final class Words {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final int HUNDRED_MILLION = 8;
  private static final int TRILLION = 12;

  private Words() {}

  /** As in {@code -66,506 (hundred million yen)}, the unit in which the publishers count. */
  static String inHundredMillions(BigDecimal yen) {
    return new DecimalFormat("#,##0.########", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(yen.movePointLeft(HUNDRED_MILLION));
  }

  /** As in {@code -6.6506 trillion yen}. */
  static String inTrillions(BigDecimal yen) {
    BigDecimal trillions = yen.movePointLeft(TRILLION).stripTrailingZeros();
    return trillions.setScale(Math.max(2, trillions.scale())).toPlainString() + " trillion yen";
  }

  /** As in {@code calendar year 2024} or {@code first half of 2025}. */
  static String period(TimePeriod period) {
    return switch (period.frequency()) {
      case D, M, Q -> period.toString();
      case S -> (period.ordinal() == 1 ? "first half of " : "second half of ") + period.year();
      case A -> "calendar year " + period.year();
      case FY -> "fiscal year " + period.year() + " (April to March)";
      case FS ->
          (period.ordinal() == 1 ? "first half of fiscal year " : "second half of fiscal year ")
              + period.year();
      case T12M -> "twelve months to " + period.lastMonth();
      case YTD -> "January to " + period.lastMonth();
    };
  }

  /** The day in Tokyo. */
  static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, TOKYO);
  }

  /** What a place among like periods is worth, with the periods that it rests on. */
  static String ranking(TimePeriod period, Ranking ranking) {
    String like = likePeriods(period);
    String place =
        ranking.record()
            ? "the largest deficit among the %d %s in the store".formatted(ranking.of(), like)
            : ranking.of() == 1
                ? "the only one of the %s in the store".formatted(like)
                : "number %d among the %d %s in the store"
                    .formatted(ranking.rank(), ranking.of(), like);
    String against =
        ranking
            .lowestOther()
            .map(
                other ->
                    ", next is %s with %s"
                        .formatted(other.period(), inHundredMillions(other.value())))
            .orElse("");
    return place + against + "; " + coverage(ranking.coverage());
  }

  /** Which like periods are missing, so that a record is not taken for more than it is. */
  static String coverage(Ranking.Coverage coverage) {
    return coverage.complete()
        ? "none is missing since " + coverage.from()
        : "%d of %d are missing (%s), so this says nothing about those"
            .formatted(coverage.missing().size(), coverage.expected(), ranges(coverage.missing()));
  }

  static String likePeriods(TimePeriod period) {
    return switch (period.frequency()) {
      case S -> period.ordinal() == 1 ? "first halves" : "second halves";
      case A -> "calendar years";
      case FY -> "fiscal years";
      case D -> "like days";
      case M -> "like months";
      case Q -> "like quarters";
      case FS -> "like halves of fiscal years";
      case T12M -> "like twelve-month periods";
      case YTD -> "like years to date";
    };
  }

  /** {@code 2016 to 2022} instead of seven years; like periods are a year apart. */
  static String ranges(List<TimePeriod> periods) {
    List<List<TimePeriod>> runs = new ArrayList<>();
    for (TimePeriod period : periods) {
      if (runs.isEmpty() || runs.getLast().getLast().year() + 1 != period.year()) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(period);
    }
    return runs.stream()
        .map(run -> run.size() == 1 ? run.getFirst() + "" : run.getFirst() + " to " + run.getLast())
        .collect(Collectors.joining(", "));
  }

  /** Title of a frequency's comparison, for periods that are easily confused. */
  static boolean needsCare(Frequency frequency) {
    return frequency == Frequency.S || frequency == Frequency.FY;
  }
}
