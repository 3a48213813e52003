package io.deficitwatch.ingestion.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.deficitwatch.contracts.event.ReleaseRemarks.Finding;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.UncheckedIOException;
import java.util.List;

/** The findings of a release in one column. */
final class FindingsJson {
  private static final TypeReference<List<Finding>> TYPE = new TypeReference<>() {};

  private FindingsJson() {}

  static String write(List<Finding> findings) {
    try {
      return ContractsJson.mapper().writeValueAsString(findings);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Finding> read(String text) {
    try {
      return ContractsJson.mapper().readValue(text, TYPE);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
