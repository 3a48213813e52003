package io.deficitwatch.alerting.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads and evaluates the expressions of {@link Condition.Expression}. */
public interface Expressions {
  /** What is wrong with the text, each with its place; empty if it can be used. */
  List<String> objections(String text);

  /**
   * Whether the expression is true; empty where one of the variables that it names has no value.
   *
   * @param variables by name; only those are asked for that the expression names
   * @throws ExpressionException if it cannot be evaluated, or costs too much
   */
  Optional<Boolean> evaluate(String text, Function<String, Optional<Object>> variables);

  /** An expression failed although it was sound when it was saved. */
  final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExpressionException(String message) {
      super(message);
    }

    public ExpressionException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
