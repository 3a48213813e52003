package io.deficitwatch.ingestion.release;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The formats that a release can be handed in in, by the names that the interface uses. */
public enum FormatName {
  /** Reply of the Bank of Japan's Time-Series API, {@code getDataCode}. */
  BOJ_API_JSON("boj-api-json", "application/json"),
  /** Reply of the same API as CSV. */
  BOJ_API_CSV("boj-api-csv", "text/csv"),
  /** Flat file of the Bank of Japan's download page: series in rows, periods in columns. */
  BOJ_BULK_CSV("boj-bulk-csv", "text/csv"),
  /** Trend table of the Ministry of Finance of Japan: months in rows, items in columns. */
  MOF_CSV("mof-csv", "text/csv"),
  /** World Development Indicators, one indicator: a row an observation, or years in columns. */
  WDI_CSV("wdi-csv", "text/csv"),
  /**
   * Trade in services of the United Kingdom by partner, from its Office for National Statistics.
   */
  ONS_CSV("ons-csv", "text/csv"),
  /** Euro reference rates of the European Central Bank: days in rows, currencies in columns. */
  ECB_HISTORY_CSV("ecb-history-csv", "text/csv"),
  /** Exchange rates of the Federal Reserve: a row a month and country. */
  FED_FX_CSV("fed-fx-csv", "text/csv"),
  /** SDMX-CSV 1.0 and 2.0. */
  SDMX_CSV("sdmx-csv", "application/vnd.sdmx.data+csv"),
  /** SDMX-ML 2.1, generic and structure-specific, and 3.0. */
  SDMX_ML("sdmx-ml", "application/xml"),
  /** SDMX-JSON 1.0 and 2.0. */
  SDMX_JSON("sdmx-json", "application/vnd.sdmx.data+json"),

  /** Not handed in: what was known before an operator took a release back. */
  RETRACTION("retraction", "text/plain;charset=UTF-8");

  private final String text;
  private final String mediaType;

  FormatName(String text, String mediaType) {
    this.text = text;
    this.mediaType = mediaType;
  }

  public String text() {
    return text;
  }

  /** What its content is if the sender did not say. */
  public String mediaType() {
    return mediaType;
  }

  public static Optional<FormatName> find(String text) {
    return readable().filter(format -> format.text.equals(text)).findFirst();
  }

  /** All names, for people. */
  public static String known() {
    return readable().map(FormatName::text).collect(Collectors.joining(", "));
  }

  private static Stream<FormatName> readable() {
    return Arrays.stream(values()).filter(format -> format != RETRACTION);
  }
}
