package io.deficitwatch.ingestion.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/** A recorded reply of the Bank of Japan's API, laid out as its CSV and as its flat file. */
public final class BojLayouts {
  private static final String PROLOGUE =
      """
      STATUS,200
      MESSAGEID,M181000I
      MESSAGE,Successfully completed
      DATE,2026-09-13T16:47:33.253+09:00
      PARAMETER,FORMAT,CSV
      PARAMETER,DB,BP01
      PARAMETER,STARTDATE,
      PARAMETER,ENDDATE,
      PARAMETER,STARTPOSITION,
      NEXTPOSITION,
      SERIES_CODE,NAME_OF_TIME_SERIES,UNIT,FREQUENCY,CATEGORY,LAST_UPDATE,SURVEY_DATES,VALUES
      """;

  private BojLayouts() {}

  public static byte[] csv(byte[] reply) {
    JsonNode series = series(reply);
    StringBuilder text = new StringBuilder(PROLOGUE);
    IntStream.range(0, values(series).size())
        .forEach(
            i ->
                text.append(
                    "%s,\"Services, net\",%s,MONTHLY,Balance of Payments,%s,%s,%s\n"
                        .formatted(
                            series.path("SERIES_CODE").asText(),
                            series.path("UNIT").asText(),
                            series.path("LAST_UPDATE").asText(),
                            dates(series).get(i),
                            values(series).get(i))));
    return text.toString().getBytes(UTF_8);
  }

  public static byte[] flat(byte[] reply) {
    JsonNode series = series(reply);
    return ",,,,%s\n%s,\"Services, net\",Balance of Payments,%s,%s\n"
        .formatted(
            String.join(",", dates(series)),
            series.path("SERIES_CODE").asText(),
            series.path("UNIT").asText(),
            String.join(",", values(series)))
        .getBytes(UTF_8);
  }

  private static JsonNode series(byte[] reply) {
    try {
      return ContractsJson.mapper().readTree(reply).at("/RESULTSET/0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> dates(JsonNode series) {
    return texts(series.at("/VALUES/SURVEY_DATES"));
  }

  private static List<String> values(JsonNode series) {
    return texts(series.at("/VALUES/VALUES"));
  }

  private static List<String> texts(JsonNode list) {
    return IntStream.range(0, list.size())
        .mapToObj(i -> list.get(i).isNumber() ? list.get(i).decimalValue().toPlainString() : "")
        .toList();
  }
}
