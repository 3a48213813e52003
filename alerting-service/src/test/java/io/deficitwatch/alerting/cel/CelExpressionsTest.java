package io.deficitwatch.alerting.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deficitwatch.alerting.rule.Expressions;
import io.deficitwatch.alerting.rule.Expressions.ExpressionException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CelExpressionsTest {
  private final Expressions expressions = new CelExpressions();

  private Optional<Boolean> evaluated(String text, Map<String, Object> variables) {
    return expressions.evaluate(text, name -> Optional.ofNullable(variables.get(name)));
  }

  @Test
  void takesWholeNumbersForFigures() {
    String text = "value < -6650600000000 && rank <= 3 && frequency == 'A'";

    assertThat(expressions.objections(text)).isEmpty();
    assertThat(evaluated(text, Map.of("value", -6850000000000.0, "rank", 1L, "frequency", "A")))
        .contains(true);
    assertThat(evaluated(text, Map.of("value", -6650600000000.0, "rank", 1L, "frequency", "A")))
        .contains(false);
  }

  @Test
  void saysNothingWhereAVariableHasNoValue() {
    assertThat(evaluated("!(yearBefore < value)", Map.of("value", 1.0))).isEmpty();
  }

  @Test
  void namesEveryFaultWithItsPlace() {
    assertThat(expressions.objections("value < 1 &&\n prevoius < 2 && rang < 3"))
        .hasSize(2)
        .anySatisfy(fault -> assertThat(fault).startsWith("line 2, column 2: undeclared"))
        .anySatisfy(fault -> assertThat(fault).contains("'rang'"));
  }

  @Test
  void takesOnlyWhatIsTrueOrFalse() {
    assertThat(expressions.objections("value + 1.0")).hasSize(1);
    assertThat(expressions.objections("period < 3")).isNotEmpty();
    // Of a type that is known only when it is evaluated
    assertThat(expressions.objections("dyn(1)")).hasSize(1);
    assertThat(expressions.objections("[true, 1][1]")).hasSize(1);
    assertThatThrownBy(() -> evaluated("dyn(1)", Map.of())).isInstanceOf(ExpressionException.class);
  }

  @Test
  void takesNothingThatLoops() {
    assertThat(expressions.objections("[1, 2, 3].all(x, x > 0)")).isNotEmpty();
    assertThat(expressions.objections("value < 1".repeat(200))).isNotEmpty();
  }

  @Test
  void aFailureNamesItself() {
    assertThatThrownBy(() -> evaluated("year / (rank - 1) > 0", Map.of("year", 2024L, "rank", 1L)))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("evaluating an expression");
  }
}
