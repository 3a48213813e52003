package io.deficitwatch.edge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An answer that can be written as a table. */
public interface Csv {
  String TEXT_CSV = "text/csv";

  /** The names of the columns, SDMX concepts where there is one. */
  List<String> columns();

  /** One list of cells a row, as long as the columns. */
  Stream<List<String>> rows();

  /** What there is, in plain figures; an empty cell for what there is not. */
  static String cell(Optional<?> value) {
    return value
        .map(
            given -> given instanceof BigDecimal figure ? figure.toPlainString() : given.toString())
        .orElse("");
  }
}
