package io.deficitwatch.ingestion.format;

import io.deficitwatch.ingestion.format.boj.BojBulkFormat;
import io.deficitwatch.ingestion.format.boj.BojCsvFormat;
import io.deficitwatch.ingestion.format.boj.BojJsonFormat;
import io.deficitwatch.ingestion.format.sdmx.SdmxCsvFormat;
import io.deficitwatch.ingestion.format.sdmx.SdmxJsonFormat;
import io.deficitwatch.ingestion.format.sdmx.SdmxMlFormat;
import io.deficitwatch.ingestion.format.table.EcbHistoryFormat;
import io.deficitwatch.ingestion.format.table.FedFxFormat;
import io.deficitwatch.ingestion.format.table.MofCsvFormat;
import io.deficitwatch.ingestion.format.table.OnsCsvFormat;
import io.deficitwatch.ingestion.format.table.TableBeginning;
import io.deficitwatch.ingestion.format.table.WdiCsvFormat;
import io.deficitwatch.ingestion.format.text.Characters;
import io.deficitwatch.ingestion.format.text.DecodedText;
import io.deficitwatch.ingestion.format.text.JapaneseText;
import io.deficitwatch.ingestion.format.text.WholeLines;
import io.deficitwatch.ingestion.format.text.XmlText;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import io.deficitwatch.ingestion.release.ReleaseFormats;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The formats that can be read, and how each is told from the others. */
@ApplicationScoped
public class AcceptedFormats implements ReleaseFormats {
  private static final Map<FormatName, Pattern> BEGINNINGS =
      Map.of(
          FormatName.BOJ_API_JSON, Pattern.compile("\\{"),
          FormatName.BOJ_API_CSV, Pattern.compile("STATUS,"),
          FormatName.BOJ_BULK_CSV, Pattern.compile(",,,,\\d{4}"));
  private final ReleaseFormat bojJson = new DecodedText(new BojJsonFormat());
  private final ReleaseFormat bojCsv = japanese(new BojCsvFormat());
  private final ReleaseFormat bojBulk = japanese(new BojBulkFormat());
  private final ReleaseFormat mofCsv = japanese(new MofCsvFormat());
  private final ReleaseFormat wdiCsv = table(new WdiCsvFormat());
  private final ReleaseFormat onsCsv = table(new OnsCsvFormat());
  private final ReleaseFormat ecbHistory = table(new EcbHistoryFormat());
  private final ReleaseFormat fedFx = table(new FedFxFormat());
  private final ReleaseFormat sdmxCsv = table(new SdmxCsvFormat());
  private final ReleaseFormat sdmxMl = new XmlText(new DecodedText(new SdmxMlFormat()));
  private final ReleaseFormat sdmxJson = new DecodedText(new SdmxJsonFormat());

  private static ReleaseFormat japanese(ReleaseFormat format) {
    return new WholeLines(new JapaneseText(new DecodedText(format)));
  }

  private static ReleaseFormat table(ReleaseFormat format) {
    return new WholeLines(new DecodedText(format));
  }

  @Override
  public ReleaseFormat get(FormatName name) {
    return switch (name) {
      case BOJ_API_JSON -> bojJson;
      case BOJ_API_CSV -> bojCsv;
      case BOJ_BULK_CSV -> bojBulk;
      case MOF_CSV -> mofCsv;
      case WDI_CSV -> wdiCsv;
      case ONS_CSV -> onsCsv;
      case ECB_HISTORY_CSV -> ecbHistory;
      case FED_FX_CSV -> fedFx;
      case SDMX_CSV -> sdmxCsv;
      case SDMX_ML -> sdmxMl;
      case SDMX_JSON -> sdmxJson;
      case RETRACTION -> throw new IllegalArgumentException("nothing is handed in in it");
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
          byBeginning(content);
      default -> Optional.empty();
    };
  }

  private static Optional<FormatName> byBeginning(Content content) {
    String beginning = Characters.beginning(content);
    if (SdmxCsvFormat.isBeginning(beginning)) {
      return Optional.of(FormatName.SDMX_CSV);
    }
    if (SdmxMlFormat.isBeginning(beginning)) {
      return Optional.of(FormatName.SDMX_ML);
    }
    if (SdmxJsonFormat.isBeginning(beginning)) {
      return Optional.of(FormatName.SDMX_JSON);
    }
    return BEGINNINGS.entrySet().stream()
        .filter(known -> known.getValue().matcher(beginning).lookingAt())
        .map(Map.Entry::getKey)
        .findFirst()
        .or(() -> TableBeginning.find(beginning, content));
  }
}
