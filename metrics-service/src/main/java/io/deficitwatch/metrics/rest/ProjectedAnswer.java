package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.metrics.rest.ValuesResponse.IndicatorHead;
import java.util.List;
import java.util.stream.Stream;

/**
 * An answer on a projection: all that it says makes it another one, and each row of its table
 * begins with the indicator.
 */
interface ProjectedAnswer extends Fingerprinted, Csv {
  /** The columns that every such table begins with. */
  List<String> INDICATOR_COLUMNS = List.of("INDICATOR", "DEFINITION_VERSION", "REF_AREA", "FREQ");

  IndicatorHead indicator();

  /** The columns after those of the indicator. */
  @JsonIgnore
  List<String> furtherColumns();

  /** One list of cells a row, as long as these. */
  @JsonIgnore
  Stream<List<String>> furtherCells();

  @Override
  @JsonIgnore
  default Object content() {
    return this;
  }

  @Override
  @JsonIgnore
  default List<String> columns() {
    return joined(INDICATOR_COLUMNS, furtherColumns());
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
    return furtherCells().map(cells -> joined(head, cells));
  }

  private static List<String> joined(List<String> head, List<String> rest) {
    return Stream.of(head, rest).flatMap(List::stream).toList();
  }
}
