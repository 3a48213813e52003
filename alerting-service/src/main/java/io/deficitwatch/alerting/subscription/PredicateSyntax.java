package io.deficitwatch.alerting.subscription;

import java.util.Optional;

/** Knows which predicates on bodies can be evaluated. */
public interface PredicateSyntax {
  /** Why it cannot be, in words for people; empty if it can. */
  Optional<String> objection(String predicate);
}
