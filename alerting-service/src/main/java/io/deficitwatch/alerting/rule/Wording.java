package io.deficitwatch.alerting.rule;

import java.util.Optional;

/**
 * What its owner has readers told of the alerts of a rule, in place of the usual sentence.
 *
 * @param en template of the English text; empty for the usual sentence
 * @param ja of the Japanese
 */
public record Wording(Optional<String> en, Optional<String> ja) {
  public static final Wording USUAL = new Wording(Optional.empty(), Optional.empty());
}
