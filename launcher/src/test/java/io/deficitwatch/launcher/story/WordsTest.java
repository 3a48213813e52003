package io.deficitwatch.launcher.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void countsInHundredMillionsAsThePublishersDoAndInTrillionsAsThePressDoes() {
    BigDecimal yen = new BigDecimal("-6650600000000");

    assertThat(Words.inHundredMillions(yen)).isEqualTo("-66,506");
    assertThat(Words.inTrillions(yen)).isEqualTo("-6.6506 trillion yen");
    assertThat(Words.inTrillions(new BigDecimal("-6850000000000"))).isEqualTo("-6.85 trillion yen");
    assertThat(Words.inHundredMillions(new BigDecimal("-512934598638")))
        .isEqualTo("-5,129.34598638");
  }

  @Test
  void saysWhatARecordRestsOn() {
    var ranking =
        new Ranking(
            1,
            4,
            Optional.of(new Ranking.Holder(period("2023"), new BigDecimal("-5536000000000"))),
            new Ranking.Coverage(period("2014"), 6, 4, List.of(period("2016"), period("2017"))));

    assertThat(Words.ranking(period("2024"), ranking))
        .isEqualTo(
            "the largest deficit among the 4 calendar years in the store, next is 2023 with"
                + " -55,360; 2 of 6 are missing (2016 to 2017), so this says nothing about those");
  }

  @Test
  void comparesFirstHalvesWithFirstHalves() {
    var ranking =
        new Ranking(
            2, 3, Optional.empty(), new Ranking.Coverage(period("2014-S1"), 3, 3, List.of()));

    assertThat(Words.ranking(period("2025-S1"), ranking))
        .isEqualTo("number 2 among the 3 first halves in the store; none is missing since 2014-S1");
  }

  @Test
  void shortensRowsOfYears() {
    List<TimePeriod> missing =
        Stream.of("2016-S1", "2017-S1", "2018-S1", "2020-S1", "2023-S1", "2024-S1")
            .map(TimePeriod::parse)
            .toList();

    assertThat(Words.ranges(missing)).isEqualTo("2016-S1 to 2018-S1, 2020-S1, 2023-S1 to 2024-S1");
  }

  private static TimePeriod period(String text) {
    return TimePeriod.parse(text);
  }
}
