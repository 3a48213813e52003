package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.ingestion.format.text.Characters;
import io.deficitwatch.ingestion.release.Content;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file is laid out, as its first heading says: {@code STRUCTURE} since SDMX-CSV 2.0, {@code
 * DATAFLOW} before; what follows it separates the fields.
 *
 * @param firstColumn its heading
 * @param separator of fields
 * @param values what separates several values of one field; empty: there are none
 */
record SdmxCsvLayout(String firstColumn, char separator, String values) {
  static final String STRUCTURE = "STRUCTURE";
  static final String DATAFLOW = "DATAFLOW";

  private static final Pattern FIRST =
      Pattern.compile(
          "\"?(?<name>STRUCTURE|DATAFLOW)(\\[(?<values>[^]]?)])?\"?(?<separator>[,;|\t])");

  /** Empty if this is no SDMX-CSV. */
  static Optional<SdmxCsvLayout> of(Content content) {
    return of(Characters.beginning(content));
  }

  static Optional<SdmxCsvLayout> of(String beginning) {
    Matcher matcher = FIRST.matcher(beginning);
    return matcher.lookingAt()
        ? Optional.of(
            new SdmxCsvLayout(
                matcher.group("name"),
                matcher.group("separator").charAt(0),
                Optional.ofNullable(matcher.group("values")).orElse("")))
        : Optional.empty();
  }

  /** Where the comma does not separate fields, it may stand before decimals. */
  boolean mayHaveDecimalCommas() {
    return separator != ',';
  }

  /** Column with the name of the structure that a row is of. */
  String structureColumn() {
    return firstColumn.equals(STRUCTURE) ? "STRUCTURE_ID" : DATAFLOW;
  }
}
