package io.deficitwatch.ingestion.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/** What publishers ask to be shown beside their data, by agency. */
@ConfigMapping(prefix = "deficitwatch.credit-line")
interface CreditLines {
  @WithParentName
  Map<String, String> byAgency();

  default Optional<String> find(String agency) {
    return Optional.ofNullable(byAgency().get(agency));
  }
}
