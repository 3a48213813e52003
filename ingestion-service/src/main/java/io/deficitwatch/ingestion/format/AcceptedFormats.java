package io.deficitwatch.ingestion.format;

import io.deficitwatch.ingestion.format.boj.BojBulkFormat;
import io.deficitwatch.ingestion.format.boj.BojCsvFormat;
import io.deficitwatch.ingestion.format.boj.BojJsonFormat;
import io.deficitwatch.ingestion.format.sdmx.SdmxCsvFormat;
import io.deficitwatch.ingestion.format.text.Characters;
import io.deficitwatch.ingestion.format.text.DecodedText;
import io.deficitwatch.ingestion.format.text.JapaneseText;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import io.deficitwatch.ingestion.release.ReleaseFormats;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats that can be read, and how each is told from the others. */
@ApplicationScoped
public class AcceptedFormats implements ReleaseFormats {
  private final ReleaseFormat bojJson = new DecodedText(new BojJsonFormat());
  private final ReleaseFormat bojCsv = new JapaneseText(new DecodedText(new BojCsvFormat()));
  private final ReleaseFormat bojBulk = new JapaneseText(new DecodedText(new BojBulkFormat()));
  private final ReleaseFormat sdmxCsv = new DecodedText(new SdmxCsvFormat());

  @Override
  public ReleaseFormat get(FormatName name) {
    return switch (name) {
      case BOJ_API_JSON -> bojJson;
      case BOJ_API_CSV -> bojCsv;
      case BOJ_BULK_CSV -> bojBulk;
      case SDMX_CSV -> sdmxCsv;
      case RETRACTION -> throw new IllegalArgumentException("nothing is handed in in it");
    };
  }

  @Override
  public Optional<FormatName> recognise(Content content) {
    String mediaType =
        content.mediaType().orElse("").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    return switch (mediaType) {
      case "application/json", "text/json" -> Optional.of(FormatName.BOJ_API_JSON);
      case "application/vnd.sdmx.data+csv" -> Optional.of(FormatName.SDMX_CSV);
      // What clients send when nobody told them: the first characters decide.
      case "text/csv",
          "application/csv",
          "",
          "application/octet-stream",
          "text/plain",
          "application/x-www-form-urlencoded" ->
          byBeginning(Characters.beginning(content));
      default -> Optional.empty();
    };
  }

  private static Optional<FormatName> byBeginning(String beginning) {
    return Stream.of(
            Map.entry("{", FormatName.BOJ_API_JSON),
            Map.entry("STATUS,", FormatName.BOJ_API_CSV),
            Map.entry(",,,,", FormatName.BOJ_BULK_CSV),
            Map.entry("STRUCTURE", FormatName.SDMX_CSV))
        .filter(known -> beginning.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
