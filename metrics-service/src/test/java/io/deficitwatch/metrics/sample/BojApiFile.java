package io.deficitwatch.metrics.sample;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** A reply of the Bank of Japan's Time-Series API with one series. */
public final class BojApiFile {
  private BojApiFile() {}

  /** The published decimals by month, as text. */
  public static SortedMap<String, String> services() {
    try {
      JsonNode values =
          ContractsJson.mapper()
              .readTree(SharedData.file("boj-api/BP01_BPBP6JYNSN_services.json").toFile())
              .at("/RESULTSET/0/VALUES");
      SortedMap<String, String> months = new TreeMap<>();
      for (int i = 0; i < values.get("VALUES").size(); i++) {
        String date = values.get("SURVEY_DATES").get(i).asText();
        BigDecimal value = values.get("VALUES").get(i).decimalValue();
        months.put(date.substring(0, 4) + "-" + date.substring(4), value.toPlainString());
      }
      return months;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
