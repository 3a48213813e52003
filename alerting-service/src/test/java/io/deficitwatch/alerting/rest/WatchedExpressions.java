package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.rule.Expressions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Notes whether expressions are evaluated in a transaction. */
@Decorator
@Priority(1)
class WatchedExpressions implements Expressions {
  private static final Map<String, Boolean> IN_TRANSACTION = new ConcurrentHashMap<>();

  @Inject @Any @Delegate Expressions expressions;

  /** Whether the expression was last evaluated in a transaction; empty if it never was. */
  static Optional<Boolean> inTransaction(String text) {
    return Optional.ofNullable(IN_TRANSACTION.get(text));
  }

  @Override
  public List<String> objections(String text) {
    return expressions.objections(text);
  }

  @Override
  public Optional<Boolean> evaluate(String text, Function<String, Optional<Object>> variables) {
    IN_TRANSACTION.put(text, QuarkusTransaction.isActive());
    return expressions.evaluate(text, variables);
  }
}
