package io.deficitwatch.ingestion.catalogue;

import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a publisher's own table of a dataflow is to be read, beyond what its format fixes.
 *
 * @param unit of all figures, where the catalogue does not list the series
 * @param headings where labels and columns stand, if the format leaves that open
 * @param continuations codes that the publisher went on using for something else
 */
public record Table(
    Optional<Unit> unit, Optional<Headings> headings, List<Continuation> continuations) {
  /** Nothing is to be known. */
  public static final Table NONE = new Table(Optional.empty(), Optional.empty(), List.of());

  public Table {
    continuations = List.copyOf(continuations);
  }

  /**
   * Fields are counted from 1.
   *
   * @param years fields that say the year, western or of an era, where it changes
   * @param month field of the month, {@code 1月}
   * @param monthName field of its English name, which also says whether it is provisional
   * @param columns the publisher's codes by field: words that stand one above the other over the
   *     column, parted by slashes, the last one right above it
   */
  public record Headings(
      List<Integer> years, int month, int monthName, Map<Integer, String> columns) {
    public Headings {
      years = List.copyOf(years);
      columns = Map.copyOf(columns);
      if (years.isEmpty() || columns.isEmpty()) {
        throw new IllegalArgumentException("a table has fields for years and columns");
      }
    }
  }

  /**
   * From a period on a code stands for another series: {@code Venezuela} for another bolívar.
   *
   * @param from first period
   */
  public record Continuation(String code, TimePeriod from, SeriesKey key) {}

  /** What the code stands for in the period. */
  public SeriesKey keyOf(CodedSeries series, TimePeriod period) {
    SeriesKey key = series.key();
    for (Continuation continuation : continuations) {
      if (continuation.code().equals(series.code()) && period.compareTo(continuation.from()) >= 0) {
        key = continuation.key();
      }
    }
    return key;
  }
}
