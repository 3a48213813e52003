package io.deficitwatch.alerting.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.deficitwatch.alerting.silence.Label;
import io.deficitwatch.alerting.silence.Matcher;
import io.deficitwatch.alerting.silence.Matchers;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.UncheckedIOException;
import java.util.List;

/** Matchers as they are stored. */
final class MatcherJson {
  private MatcherJson() {}

  private record Stored(String label, List<String> values, boolean equal) {}

  static String write(Matchers matchers) {
    try {
      return ContractsJson.mapper()
          .writeValueAsString(
              matchers.all().stream()
                  .map(one -> new Stored(one.label().code(), one.values(), one.equal()))
                  .toList());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Matchers read(String json) {
    try {
      return new Matchers(
          ContractsJson.mapper().readValue(json, new TypeReference<List<Stored>>() {}).stream()
              .map(one -> new Matcher(Label.parse(one.label()), one.values(), one.equal()))
              .toList());
    } catch (JsonProcessingException e) {
      throw new StorageException("reading stored matchers", e);
    }
  }
}
