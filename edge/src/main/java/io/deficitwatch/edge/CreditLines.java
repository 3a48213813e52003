package io.deficitwatch.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/** What publishers ask to be shown beside their data, by agency. */
@ConfigMapping(prefix = "deficitwatch.credit-line")
public interface CreditLines {
  /** Texts by the agency's id, as in {@code BOJ}. */
  @WithParentName
  Map<String, String> byAgency();

  /** The text that the agency asks for, if it asks. */
  default Optional<String> find(String agency) {
    return Optional.ofNullable(byAgency().get(agency));
  }
}
