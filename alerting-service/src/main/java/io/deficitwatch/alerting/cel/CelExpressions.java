package io.deficitwatch.alerting.cel;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.deficitwatch.alerting.rule.Expressions;
import io.deficitwatch.alerting.rule.Variables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compiles and checks an expression once, and evaluates it against the variables of a period. What
 * it costs is bounded by its length: it has no macros, and so no loops.
 */
@ApplicationScoped
class CelExpressions implements Expressions {
  private static final int LONGEST = 1000;
  private static final int DEEPEST = 32;
  private static final int MOST_KEPT = 1000;

  private final Cel cel;
  private final Map<String, Compiled> compiled =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Compiled> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /**
   * @param names the variables that it refers to
   */
  private record Compiled(CelRuntime.Program program, Set<String> names) {}

  CelExpressions() {
    CelBuilder builder =
        CelFactory.standardCelBuilder()
            .setOptions(
                CelOptions.current()
                    .enableHeterogeneousNumericComparisons(true)
                    .maxExpressionCodePointSize(LONGEST)
                    .maxParseRecursionDepth(DEEPEST)
                    .build())
            .setResultType(SimpleType.BOOL);
    Variables.NUMBERS.forEach(name -> builder.addVar(name, SimpleType.DOUBLE));
    Variables.WHOLE_NUMBERS.forEach(name -> builder.addVar(name, SimpleType.INT));
    Variables.TEXTS.forEach(name -> builder.addVar(name, SimpleType.STRING));
    cel = builder.build();
  }

  @Override
  public List<String> objections(String text) {
    CelValidationResult result = cel.compile(text);
    if (result.hasError()) {
      return result.getErrors().stream().map(CelExpressions::words).toList();
    }
    try {
      // The checker lets dyn pass for anything; only what is surely one may decide
      return result.getAst().getResultType().equals(SimpleType.BOOL)
          ? List.of()
          : List.of("line 1, column 1: the result is not surely true or false, as of a comparison");
    } catch (CelValidationException e) {
      return e.getErrors().stream().map(CelExpressions::words).toList();
    }
  }

  private static String words(CelIssue issue) {
    return "line %d, column %d: %s"
        .formatted(
            issue.getSourceLocation().getLine(),
            issue.getSourceLocation().getColumn() + 1,
            issue.getMessage());
  }

  @Override
  public Optional<Boolean> evaluate(String text, Function<String, Optional<Object>> variables) {
    Compiled expression = compiled(text);
    Map<String, Object> values = new HashMap<>();
    expression
        .names()
        .forEach(name -> variables.apply(name).ifPresent(value -> values.put(name, value)));
    if (values.size() < expression.names().size()) {
      return Optional.empty();
    }
    try {
      if (expression.program().eval(values) instanceof Boolean result) {
        return Optional.of(result);
      }
      throw new ExpressionException("the result of an expression is neither true nor false");
    } catch (CelEvaluationException e) {
      throw new ExpressionException("evaluating an expression: " + e.getMessage(), e);
    }
  }

  private synchronized Compiled compiled(String text) {
    return compiled.computeIfAbsent(text, this::compile);
  }

  private Compiled compile(String text) {
    try {
      CelValidationResult result = cel.compile(text);
      CelAbstractSyntaxTree tree = result.getAst();
      Set<String> names =
          tree.getReferenceMap().values().stream()
              .map(reference -> reference.name())
              .filter(Variables::isOne)
              .collect(Collectors.toUnmodifiableSet());
      return new Compiled(cel.createProgram(tree), names);
    } catch (CelValidationException | CelEvaluationException e) {
      throw new ExpressionException("compiling an expression: " + e.getMessage(), e);
    }
  }
}
