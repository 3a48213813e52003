package io.deficitwatch.alerting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          JPY       | -6650600000000 | ¥-6.65 trn    | −6.65兆円
          JPY       | -553600000000  | ¥-554 bn      | −5,536億円
          JPY       | 12345678       | ¥12.3 mn      | 1,235万円
          JPY       | 9999           | ¥9,999        | 9,999円
          JPY       | 0              | ¥0            | 0円
          USD       | -41200000000   | $-41.2 bn     | −412億ドル
          CHF       | -41200000000   | -41.2 bn CHF  | −412億 CHF
          PURE_NUMB | 0.4215         | 0.42          | 0.42
          PURE_NUMB | 12             | 12            | 12
          """)
  void areWrittenAsNewspapersPrintThem(String unit, BigDecimal value, String en, String ja) {
    Figures figures = Figures.telling(unit, List.of(value));

    assertThat(figures.en(value)).isEqualTo(en);
    assertThat(figures.ja(value)).isEqualTo(ja);
  }

  @Test
  void haveAsManyDigitsAsTellThemApart() {
    var value = new BigDecimal("-6650700000000");
    var limit = new BigDecimal("-6650600000000.0");
    Figures figures = Figures.telling("JPY", List.of(value, limit, limit.setScale(3)));

    assertThat(figures.en(value)).isEqualTo("¥-6.6507 trn");
    assertThat(figures.ja(limit)).isEqualTo("−6.6506兆円");
  }
}
