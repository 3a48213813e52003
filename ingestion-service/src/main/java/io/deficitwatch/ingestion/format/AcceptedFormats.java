package io.deficitwatch.ingestion.format;

import io.deficitwatch.ingestion.format.boj.BojBulkFormat;
import io.deficitwatch.ingestion.format.boj.BojCsvFormat;
import io.deficitwatch.ingestion.format.boj.BojJsonFormat;
import io.deficitwatch.ingestion.format.sdmx.SdmxCsvFormat;
import io.deficitwatch.ingestion.format.sdmx.SdmxJsonFormat;
import io.deficitwatch.ingestion.format.sdmx.SdmxMlFormat;
import io.deficitwatch.ingestion.format.text.Characters;
import io.deficitwatch.ingestion.format.text.DecodedText;
import io.deficitwatch.ingestion.format.text.JapaneseText;
import io.deficitwatch.ingestion.format.text.XmlText;
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
  private final ReleaseFormat sdmxMl = new XmlText(new DecodedText(new SdmxMlFormat()));
  private final ReleaseFormat sdmxJson = new DecodedText(new SdmxJsonFormat());

  @Override
  public ReleaseFormat get(FormatName name) {
    return switch (name) {
      case BOJ_API_JSON -> bojJson;
      case BOJ_API_CSV -> bojCsv;
      case BOJ_BULK_CSV -> bojBulk;
      case SDMX_CSV -> sdmxCsv;
      case SDMX_ML -> sdmxMl;
      case SDMX_JSON -> sdmxJson;
    };
  }

  @Override
  public Optional<FormatName> recognise(Content content) {
    String mediaType =
        content.mediaType().orElse("").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    return switch (mediaType) {
      case "application/json", "text/json" ->
          Optional.of(
              SdmxJsonFormat.isBeginning(Characters.beginning(content))
                  ? FormatName.SDMX_JSON
                  : FormatName.BOJ_API_JSON);
      case "application/vnd.sdmx.data+csv" -> Optional.of(FormatName.SDMX_CSV);
      case "application/vnd.sdmx.data+json" -> Optional.of(FormatName.SDMX_JSON);
      case "application/vnd.sdmx.data+xml",
          "application/vnd.sdmx.genericdata+xml",
          "application/vnd.sdmx.generictimeseriesdata+xml",
          "application/vnd.sdmx.structurespecificdata+xml",
          "application/vnd.sdmx.structurespecifictimeseriesdata+xml" ->
          Optional.of(FormatName.SDMX_ML);
      case "application/xml", "text/xml" ->
          Optional.of(FormatName.SDMX_ML)
              .filter(_ -> SdmxMlFormat.isBeginning(Characters.beginning(content)));
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
    if (SdmxCsvFormat.isBeginning(beginning)) {
      return Optional.of(FormatName.SDMX_CSV);
    }
    if (SdmxMlFormat.isBeginning(beginning)) {
      return Optional.of(FormatName.SDMX_ML);
    }
    if (SdmxJsonFormat.isBeginning(beginning)) {
      return Optional.of(FormatName.SDMX_JSON);
    }
    return Stream.of(
            Map.entry("{", FormatName.BOJ_API_JSON),
            Map.entry("STATUS,", FormatName.BOJ_API_CSV),
            Map.entry(",,,,", FormatName.BOJ_BULK_CSV))
        .filter(known -> beginning.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
