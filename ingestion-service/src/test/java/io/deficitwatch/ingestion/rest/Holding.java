package io.deficitwatch.ingestion.rest;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** With the holding that tests of other things go without. */
public final class Holding implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("deficitwatch.review.holding", "true");
  }
}
