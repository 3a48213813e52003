package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.Dimension;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.quality.ReleaseLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes the series key of a row's dimensions. */
final class SdmxKey {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_@$-]{1,64}");
  private static final int MOST_CODES_SHOWN = 50;

  private final CataloguedDataflow dataflow;
  private final Findings findings;
  // Millions of rows have thousands of keys.
  private final Map<List<String>, Known> known = new HashMap<>();

  SdmxKey(Figures figures) {
    this.dataflow = figures.dataflow();
    this.findings = figures.findings();
  }

  /**
   * @param key in our codes
   * @param sourceCode the same in the publisher's
   */
  record Known(SeriesKey key, String sourceCode) {}

  /**
   * @param frequency of the row's period, which tells fiscal from calendar years
   */
  Optional<Known> read(SdmxRow row, Frequency frequency) {
    List<String> published = new ArrayList<>();
    for (Dimension dimension : dataflow.dimensions()) {
      published.add(isFrequency(dimension) ? frequency.name() : row.field(dimension));
    }
    Known before = known.get(published);
    if (before != null) {
      return Optional.of(before);
    }
    Optional<Known> made = make(row, published);
    if (known.size() < ReleaseLimits.MOST_SERIES) {
      made.ifPresent(key -> known.put(published, key));
    }
    return made;
  }

  static boolean isFrequency(Dimension dimension) {
    return dimension.id().equals(CataloguedDataflow.FREQ);
  }

  private Optional<Known> make(SdmxRow row, List<String> published) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < published.size(); i++) {
      Dimension dimension = dataflow.dimensions().get(i);
      code(row, dimension, published.get(i)).ifPresent(codes::add);
    }
    if (codes.size() < published.size()) {
      return Optional.empty();
    }
    SeriesKey key = new SeriesKey(codes);
    if (!dataflow.mayHave(key)) {
      findings.add(
          () -> row.place(dataflow.dimensions().getFirst()),
          () -> "%s is not in the catalogue of %s".formatted(key, dataflow.ref()));
      return Optional.empty();
    }
    return Optional.of(new Known(key, String.join(".", published)));
  }

  /** Our code for the published one; empty, with a finding, if the dimension has none. */
  Optional<String> code(SdmxRow row, Dimension dimension, String published) {
    if (!CODE.matcher(published).matches()) {
      findings.add(
          () -> row.place(dimension),
          () ->
              "%s is no code of the dimension %s"
                  .formatted(QuotedText.quote(published), dimension.id()));
      return Optional.empty();
    }
    // A frequency is that of the period, and so ours already.
    String code = isFrequency(dimension) ? published : dimension.translate(published);
    if (!dimension.takes(code)) {
      findings.add(
          () -> row.place(dimension),
          () ->
              "%s is not among the codes of %s that the catalogue has for %s: %s"
                  .formatted(published, dimension.id(), dataflow.ref(), shown(dimension)));
      return Optional.empty();
    }
    return Optional.of(code);
  }

  private static String shown(Dimension dimension) {
    return String.join(", ", dimension.codes().stream().sorted().limit(MOST_CODES_SHOWN).toList());
  }
}
