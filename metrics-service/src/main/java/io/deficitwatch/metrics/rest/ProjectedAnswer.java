package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Method;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.metrics.rest.ValuesResponse.IndicatorHead;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An answer on a projection: all that it says makes it another one. Each row of its table begins
 * with the indicator, and ends with what it rests on and how far it is to be trusted: a table is
 * passed on without the answer that it came with.
 */
interface ProjectedAnswer extends Fingerprinted, Csv {
  /** The columns that every such table begins with. */
  List<String> INDICATOR_COLUMNS = List.of("INDICATOR", "DEFINITION_VERSION", "REF_AREA", "FREQ");

  /** And those that it ends with. */
  List<String> GROUND_COLUMNS =
      List.of(
          "METHOD",
          "METHOD_DESCRIPTION",
          "RELEASE_ID",
          "RELEASED_AT",
          "PARTS",
          "COVERAGE_FROM",
          "COVERAGE_EXPECTED",
          "COVERAGE_PRESENT",
          "COVERAGE_MISSING",
          "CALIBRATION_BASIS",
          "COMPARED",
          "HELD_50",
          "HELD_80",
          "HELD_95");

  /**
   * A row between the two.
   *
   * @param method id of how that which it speaks of was projected
   * @param description of the method, as fitted
   * @param vintage the latest release that it was projected from
   * @param cells as long as {@link #furtherColumns()}
   */
  record Row(String method, String description, Vintage vintage, List<String> cells) {
    Row(Method method, Vintage vintage, List<String> cells) {
      this(method.id(), method.description(), vintage, cells);
    }
  }

  IndicatorHead indicator();

  List<String> parts();

  Optional<Ranking.Coverage> coverage();

  Optional<Calibration> calibration();

  /** The columns after those of the indicator. */
  @JsonIgnore
  List<String> furtherColumns();

  @JsonIgnore
  Stream<Row> furtherRows();

  @Override
  @JsonIgnore
  default Object content() {
    return this;
  }

  @Override
  @JsonIgnore
  default List<String> columns() {
    return joined(INDICATOR_COLUMNS, furtherColumns(), GROUND_COLUMNS);
  }

  @Override
  @JsonIgnore
  default Stream<List<String>> rows() {
    List<String> head =
        List.of(
            indicator().id(),
            Integer.toString(indicator().definitionVersion()),
            indicator().refArea(),
            indicator().frequency().name());
    List<String> trust = trust();
    return furtherRows()
        .map(
            row ->
                joined(
                    head,
                    row.cells(),
                    List.of(
                        row.method(),
                        row.description(),
                        row.vintage().releaseId(),
                        row.vintage().releasedAt().toString()),
                    trust));
  }

  private List<String> trust() {
    Optional<Ranking.Coverage> covered = coverage();
    Optional<Calibration> held = calibration();
    return List.of(
        String.join(" ", parts()),
        Csv.cell(covered.map(Ranking.Coverage::from)),
        Csv.cell(covered.map(Ranking.Coverage::expected)),
        Csv.cell(covered.map(Ranking.Coverage::present)),
        covered.map(Ranking.Coverage::missing).orElse(List.of()).stream()
            .map(TimePeriod::toString)
            .collect(Collectors.joining(" ")),
        Csv.cell(held.map(Calibration::basis)),
        Csv.cell(held.map(Calibration::projections)),
        Csv.cell(held.<BigDecimal>flatMap(Calibration::held50)),
        Csv.cell(held.map(Calibration::held80)),
        Csv.cell(held.map(Calibration::held95)));
  }

  @SafeVarargs
  private static List<String> joined(List<String>... lists) {
    return Stream.of(lists).flatMap(List::stream).toList();
  }
}
