package io.deficitwatch.alerting.alert;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes texts of what owners of rules write. It is outside text: it can name values, and no more.
 */
public interface SummaryTemplates {
  /**
   * What is wrong with a template, in words for its owner; empty if it is sound.
   *
   * @param variables that it can name
   */
  Optional<String> objection(String template, Set<String> variables);

  /**
   * @param variables all that it can name; empty texts for what there is none of
   * @return the text; empty if the template is not sound after all
   */
  Optional<String> render(String template, Map<String, String> variables);
}
