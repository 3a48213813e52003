package io.deficitwatch.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractsJsonTest {
  private static final ObjectMapper JSON = ContractsJson.mapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-6650600000000",
        "0",
        "0.10",
        "-0.000000000000000001",
        "123456789012345678901234567890.123456789012345678",
        "10000000000000000000000000000000000000000"
      })
  void keepsEveryDigitOfANumber(String number) throws JsonProcessingException {
    String text = "{\"period\":\"2024\",\"value\":" + number + ",\"status\":\"A\"}";

    Observation read = JSON.readValue(text, Observation.class);

    assertThat(read.value()).contains(new BigDecimal(number));
    assertThat(JSON.writeValueAsString(read)).isEqualTo(text);
    assertThat(JSON.writeValueAsString(JSON.readTree(text))).isEqualTo(text);
  }

  @Test
  void neverWritesAnExponent() throws JsonProcessingException {
    assertThat(JSON.writeValueAsString(new BigDecimal("-6.6506E+12"))).isEqualTo("-6650600000000");
  }

  @Test
  void leavesAnAbsentValueOut() throws JsonProcessingException {
    var dropped =
        new Observation(TimePeriod.parse("2024-05"), Optional.empty(), ObservationStatus.L);

    assertThat(JSON.writeValueAsString(dropped))
        .isEqualTo("{\"period\":\"2024-05\",\"status\":\"L\"}");
  }

  @Test
  void readsAMissingAndANullValueAsAbsent() throws JsonProcessingException {
    assertThat(JSON.readValue("{\"period\":\"2024\",\"status\":\"L\"}", Observation.class).value())
        .isEmpty();
    assertThat(
            JSON.readValue(
                    "{\"period\":\"2024\",\"value\":null,\"status\":\"L\"}", Observation.class)
                .value())
        .isEmpty();
  }

  @Test
  void writesMomentsInUtc() throws JsonProcessingException {
    var vintage =
        new Vintage(
            "r1", DataflowRef.parse("BOJ:BP01"), Instant.parse("2025-02-10T08:50:00+09:00"));

    assertThat(JSON.writeValueAsString(vintage))
        .isEqualTo(
            "{\"releaseId\":\"r1\",\"dataflow\":\"BOJ:BP01\",\"releasedAt\":\"2025-02-09T23:50:00Z\"}");
  }

  @Test
  void skipsFieldsOfALaterVersion() throws JsonProcessingException {
    assertThat(
            JSON.readValue(
                "{\"period\":\"2024\",\"value\":1,\"status\":\"A\",\"later\":{\"x\":[1]}}",
                Observation.class))
        .isEqualTo(
            new Observation(
                TimePeriod.parse("2024"), Optional.of(BigDecimal.ONE), ObservationStatus.A));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"period\":\"2024\",\"value\":NaN,\"status\":\"A\"}",
        "{\"period\":\"2024\",\"value\":1,\"status\":\"Z\"}",
        "{\"period\":\"2024-13\",\"value\":1,\"status\":\"A\"}",
        "{\"period\":\"2024\",\"value\":1,\"status\":\"A\"} more"
      })
  void refusesWhatTheLanguageDoesNotHave(String text) {
    assertThatThrownBy(() -> JSON.readValue(text, Observation.class))
        .isInstanceOf(JsonProcessingException.class);
  }
}
