package io.deficitwatch.ingestion.format.table;

import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.Dimension;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes series keys of what the rows of a file tell, translated by the catalogue. A dimension that
 * they do not tell of has one code only.
 */
final class TableKeys {
  private final CataloguedDataflow dataflow;
  private final Findings findings;
  // Thousands of rows have hundreds of keys.
  private final Map<Map<String, String>, SeriesKey> known = new HashMap<>();

  TableKeys(CataloguedDataflow dataflow, Findings findings) {
    this.dataflow = dataflow;
    this.findings = findings;
  }

  /**
   * @param published codes by dimension
   * @param place of a dimension's code
   */
  Optional<SeriesKey> find(Map<String, String> published, Function<String, String> place) {
    SeriesKey key = known.get(published);
    if (key != null) {
      return Optional.of(key);
    }
    Optional<SeriesKey> made = make(published, place);
    made.ifPresent(found -> known.put(published, found));
    return made;
  }

  private Optional<SeriesKey> make(Map<String, String> published, Function<String, String> place) {
    int before = findings.count();
    List<String> codes = new ArrayList<>();
    for (Dimension dimension : dataflow.dimensions()) {
      String told = published.get(dimension.id());
      String code = told == null ? only(dimension) : dimension.translate(told);
      codes.add(code);
      if (!isLegal(code) || !dimension.takes(code)) {
        findings.add(
            () -> place.apply(dimension.id()),
            () ->
                "%s is no code of the dimension %s that the catalogue has for %s"
                    .formatted(
                        QuotedText.quote(told == null ? "" : told),
                        dimension.id(),
                        dataflow.ref()));
      }
    }
    return findings.count() > before ? Optional.empty() : Optional.of(new SeriesKey(codes));
  }

  private static String only(Dimension dimension) {
    return dimension.codes().size() == 1 ? dimension.codes().iterator().next() : "";
  }

  private static boolean isLegal(String code) {
    try {
      return new SeriesKey(List.of(code)).codes().size() == 1;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
