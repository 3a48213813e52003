package io.deficitwatch.ingestion.format.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.figures.SeriesFigures;
import io.deficitwatch.ingestion.format.text.CsvText;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Trade in services of the United Kingdom by type and partner, from its Office for National
 * Statistics: a row a series, years and quarters side by side, {@code ..} where a figure is
 * suppressed.
 */
public final class OnsCsvFormat implements ReleaseFormat {
  static final List<String> LABELS =
      List.of("Direction", "Service type code", "Service type", "Country code", "Country");
  private static final Pattern PERIOD = Pattern.compile("([12]\\d{3})(?:Q([1-4]))?");
  private static final int MOST_FIELDS = 2000;

  @Override
  public FormatName name() {
    return FormatName.ONS_CSV;
  }

  @Override
  public Reading read(Content content, Figures figures, Optional<Instant> releasedAt) {
    return CsvText.read(
        content,
        figures.findings(),
        records -> read(records, figures, new TableCodes(figures, releasedAt)));
  }

  private static Reading read(Iterator<CsvRecord> records, Figures figures, TableCodes codes) {
    Optional<List<TimePeriod>> periods = periods(records.next(), figures);
    if (periods.isEmpty()) {
      return CsvText.unreadable();
    }
    var rows = new OnsRows(periods.get(), figures);
    records.forEachRemaining(rows::take);
    figures.all().forEach(SeriesFigures::coverEverything);
    return codes.reading();
  }

  private static Optional<List<TimePeriod>> periods(CsvRecord header, Figures figures) {
    int before = figures.findings().count();
    List<String> names = header.getFields().stream().map(String::strip).toList();
    if (names.size() <= LABELS.size()
        || names.size() > MOST_FIELDS
        || !names.subList(0, LABELS.size()).equals(LABELS)) {
      figures
          .findings()
          .add("1:1", "the columns are to be %s and periods".formatted(String.join(", ", LABELS)));
      return Optional.empty();
    }
    List<TimePeriod> periods = new ArrayList<>();
    for (int i = LABELS.size(); i < names.size(); i++) {
      String place = "1:" + (i + 1);
      String name = names.get(i);
      Optional<TimePeriod> period = period(name);
      if (period.filter(found -> !periods.contains(found)).isPresent()) {
        periods.add(period.get());
      } else {
        figures
            .findings()
            .add(
                place,
                QuotedText.quote(name)
                    + (period.isPresent() ? " stands twice" : " is neither year nor quarter"));
      }
    }
    return figures.findings().count() > before ? Optional.empty() : Optional.of(periods);
  }

  private static Optional<TimePeriod> period(String text) {
    Matcher matcher = PERIOD.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(matcher.group(1));
    return Optional.of(
        matcher.group(2) == null
            ? new TimePeriod(Frequency.A, year, 1)
            : new TimePeriod(Frequency.Q, year, Integer.parseInt(matcher.group(2))));
  }
}
