package io.deficitwatch.metrics.revision;

import static io.deficitwatch.metrics.sample.Releases.yen;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.metrics.record.RankedFigure;
import io.deficitwatch.metrics.sample.Metrics;
import io.deficitwatch.metrics.sample.Releases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two releases of one moment, and one of the moment after, in any order of arrival. */
class AsOfTest {
  private static final String MOMENT = "2025-02-10T08:50:00+09:00";

  @Test
  void knowsExactlyOneFigureAPeriodAtEveryMoment() {
    for (int seed = 0; seed < 10; seed++) {
      List<ReleasePublished> arriving =
          new ArrayList<>(
              List.of(
                  release("a", "2024-02-08T08:50:00+09:00", "2023", "-1", 0),
                  release("z", MOMENT, "2024", "-2", 0),
                  release("b", MOMENT, "2024", "-3", 1),
                  release("c", MOMENT, "2024", "-4", 1),
                  release("d", "2025-02-10T08:50:00.000001+09:00", "2024", "-5", 0)));
      Collections.shuffle(arriving, new Random(seed));
      Metrics metrics = new Metrics();
      arriving.forEach(metrics::take);

      assertThat(figures(metrics, "2025-02-10T08:49:59.999999+09:00"))
          .containsExactly("2023 " + yen("-1"));
      assertThat(figures(metrics, MOMENT))
          .containsExactly("2023 " + yen("-1"), "2024 " + yen("-4"));
      assertThat(figures(metrics, "2025-02-10T08:50:00.000001+09:00"))
          .containsExactly("2023 " + yen("-1"), "2024 " + yen("-5"));
      assertThat(figures(metrics, "")).hasSize(2);
    }
  }

  private static List<String> figures(Metrics metrics, String asOf) {
    return metrics.values("JP-DIGITAL-5", Frequency.A, asOf).stream().map(AsOfTest::shown).toList();
  }

  private static String shown(RankedFigure figure) {
    return figure.period() + " " + figure.figure().value().orElseThrow();
  }

  private static ReleasePublished release(
      String id, String moment, String year, String value, int secondsLater) {
    ReleasePublished release =
        Releases.of(
            id,
            "MOF:DIGITAL_BALANCE",
            moment,
            List.of(Releases.series("A.JP.W1.N.DIGITAL_5.JPY", Map.of(year, value))));
    var archive = release.archive();
    return new ReleasePublished(
        release.vintage(),
        release.stage(),
        release.refArea(),
        release.part(),
        new ReleasePublished.Archive(
            archive.content(), archive.sha256(), archive.receivedAt().plusSeconds(secondsLater)),
        release.remarks(),
        release.series());
  }
}
