package io.deficitwatch.ingestion.format.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.ingestion.catalogue.Table;
import io.deficitwatch.ingestion.catalogue.Unit;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows above a table's figures. A word stands over its own column and over those to the right
 * that have none of their own in its row.
 */
final class MofHeadings {
  private static final int MOST_ROWS = 100;
  private static final int MOST_FIELDS = 1000;
  private static final int LONGEST_WORD = 200;
  private static final Pattern REMARK = Pattern.compile("\\([^()]*\\)|【[^【】]*】");

  private final Table.Headings expected;
  private final Findings findings;
  private final Set<String> words;
  private final Map<Integer, Set<String>> own = new HashMap<>();
  private final Map<Integer, Set<String>> above = new HashMap<>();
  private final MofUnit unit = new MofUnit();
  private Optional<String> lastUpdate = Optional.empty();
  private int rows;
  private int width;
  private int lastHeaded;

  MofHeadings(Table.Headings expected, Findings findings) {
    this.expected = expected;
    this.findings = findings;
    this.words =
        expected.columns().values().stream()
            .flatMap(path -> words(path).stream())
            .collect(Collectors.toSet());
  }

  /** One row more; false, with a finding, if no table has so much above it. */
  boolean take(CsvRecord row) {
    rows++;
    if (rows > MOST_ROWS || row.getFieldCount() > MOST_FIELDS) {
      findings.add(
          row.getStartingLineNumber() + ":1",
          "there is no row of a month within %d rows of at most %d fields"
              .formatted(MOST_ROWS, MOST_FIELDS));
      return false;
    }
    width = Math.max(width, row.getFieldCount());
    requireNoFigures(row);
    String nearest = "";
    for (int field = 1; field <= row.getFieldCount(); field++) {
      String text = row.getField(field - 1);
      String word = word(text);
      unit.take(text, row.getStartingLineNumber() + ":" + field);
      if (!word.isEmpty()) {
        nearest = word;
        own.computeIfAbsent(field, _ -> new HashSet<>()).add(word);
        lastHeaded = Math.max(lastHeaded, field);
        lastUpdate = lastUpdate.or(() -> Optional.of(text).filter(MofMoment::isSaid));
      }
      above.computeIfAbsent(field, _ -> new HashSet<>()).add(nearest);
    }
    return true;
  }

  // Otherwise the first month would be lost with its label.
  private void requireNoFigures(CsvRecord row) {
    boolean labelled =
        Stream.concat(Stream.of(expected.month(), expected.monthName()), expected.years().stream())
            .anyMatch(field -> !field(row, field).isBlank());
    if (labelled
        && expected.columns().keySet().stream()
            .allMatch(field -> JapaneseNumber.isNumber(field(row, field)))) {
      findings.add(
          row.getStartingLineNumber() + ":" + expected.month(),
          QuotedText.quote(field(row, expected.month())) + " is no month");
    }
  }

  private static String field(CsvRecord row, int field) {
    return field <= row.getFieldCount() ? row.getField(field - 1) : "";
  }

  /** Fields of the widest row. */
  int width() {
    return width;
  }

  /** The last field with a heading. */
  int lastHeaded() {
    return lastHeaded;
  }

  /** The words that say when the table was updated, if there are any. */
  Optional<String> lastUpdate() {
    return lastUpdate;
  }

  /**
   * Demands that the columns are those of the catalogue.
   *
   * @param line the first below
   */
  void requireColumns(long line) {
    new TreeMap<>(expected.columns()).forEach((field, path) -> requireColumn(field, path, line));
  }

  void requireUnit(Unit known, long line) {
    unit.require(known, line + ":1", findings);
  }

  private void requireColumn(int field, String path, long line) {
    List<String> wanted = words(path);
    Set<String> here = own.getOrDefault(field, Set.of());
    boolean fits =
        here.contains(wanted.getLast())
            && above.getOrDefault(field, Set.of()).containsAll(wanted)
            && here.stream().filter(words::contains).allMatch(wanted::contains);
    if (!fits) {
      findings.add(
          line + ":" + field,
          "the column is to be headed %s, and above it stands %s"
              .formatted(
                  path, QuotedText.quote(String.join(" ", here.stream().sorted().toList()))));
    }
  }

  private static List<String> words(String path) {
    return Arrays.stream(path.split("/")).map(MofHeadings::word).toList();
  }

  /** Without spaces and without what is in brackets, {@code 経常収支(a+b+c)}; no whole sentences. */
  private static String word(String text) {
    if (text.length() > LONGEST_WORD) {
      return "";
    }
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    return REMARK.matcher(plain).replaceAll("");
  }
}
