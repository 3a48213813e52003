package io.deficitwatch.ingestion.format.table;

import io.deficitwatch.ingestion.format.text.Characters;
import io.deficitwatch.ingestion.format.text.JapaneseText;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells a publisher's table by its first rows. */
public final class TableBeginning {
  private static final int LONGEST_HEADINGS = 16 << 10;
  private static final Map<FormatName, Pattern> HEADERS =
      Map.of(
          FormatName.WDI_CSV,
          Pattern.compile("\"?Country Name\"?,\"?Country Code\"?,|\"Data Source\",\"World Dev"),
          FormatName.ONS_CSV,
          Pattern.compile("Direction,Service type code,"),
          FormatName.FED_FX_CSV,
          Pattern.compile("Date,Country,Exchange rate"),
          FormatName.ECB_HISTORY_CSV,
          Pattern.compile("Date, ?[A-Z]{3},"));
  private static final Pattern JAPANESE_UNIT = Pattern.compile("億円");

  private TableBeginning() {}

  /**
   * @param beginning the first characters
   */
  public static Optional<FormatName> find(String beginning, Content content) {
    return HEADERS.entrySet().stream()
        .filter(known -> known.getValue().matcher(beginning).lookingAt())
        .map(Map.Entry::getKey)
        .findFirst()
        .or(() -> isJapanese(content) ? Optional.of(FormatName.MOF_CSV) : Optional.empty());
  }

  private static boolean isJapanese(Content content) {
    return Stream.of(content, JapaneseText.inCodePage932(content))
        .map(read -> Characters.beginning(read, LONGEST_HEADINGS))
        .anyMatch(text -> JAPANESE_UNIT.matcher(text).find());
  }
}
