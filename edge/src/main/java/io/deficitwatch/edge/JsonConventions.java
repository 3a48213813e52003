package io.deficitwatch.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.deficitwatch.contracts.json.ContractsJson;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** REST bodies follow the conventions of the published language. */
@Singleton
class JsonConventions implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    ContractsJson.configure(mapper);
  }

  /** After Quarkus' own customizers, which would reset some of it. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }
}
