package io.deficitwatch.ingestion.format.boj;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.ingestion.format.Read;
import io.deficitwatch.ingestion.quality.Finding;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

/** The first two rows are those that the domain notes give as a sample of the real file. */
class BojBulkFormatTest {
  private static final String FILE =
      """
      ,,,,199601,199602,202605,202702
      BPBP6JYNCB,"Balance of Payments (Data Based on the BPM6)","Current account/Net balance","100 million Yen",341.51732161,8609.02695631,39682.53973505,
      BPBP6JYNSN9072,"Balance of Payments (Data Based on the BPM6)","Services, computer","100 million Yen",,,-1890.5,
      BPXXNOTOURS,"Another set","Another","index",1,2,3,
      """;

  private static Read bulk() {
    return Read.bojBulk().releasedAt("2026-08-05T00:00:00Z");
  }

  @Test
  void takesTheSeriesThatItKnowsAndTheirPublishedPeriods() {
    var read = bulk().complete(FILE);

    assertThat(read.series())
        .map(Series::sourceCode)
        .containsExactly("BPBP6JYNCB", "BPBP6JYNSN9072");
    assertThat(read.series().getFirst().observations())
        .map(Observation::period)
        .map(Object::toString)
        .containsExactly("1996-01", "1996-02", "2026-05");
    assertThat(read.series().getFirst().observations().getFirst().value().orElseThrow())
        .isEqualByComparingTo("34151732161");
    assertThat(read.series().getLast().observations()).hasSize(1);
    assertThat(read.series().getLast().coverage().to()).isEmpty();
  }

  @Test
  void japaneseFilesComeInShiftJis() {
    String japanese = FILE.replace("100 million Yen", "億円").replace("Current account", "経常収支");

    assertThat(bulk().complete(japanese.getBytes(Charset.forName("windows-31j")), UTF_8))
        .isEqualTo(bulk().complete(FILE));
  }

  @Test
  void everyFaultIsNamedWithItsPlace() {
    String faulty =
        FILE.replace("8609.02695631", "n.a.")
            .replace("199601,199602", "199613,199602")
            .replace("-1890.5,", "-1890.5,,,")
            .replaceFirst("100 million Yen", "million Yen");

    assertThat(bulk().findings(faulty))
        .map(Finding::place)
        .containsExactlyInAnyOrder("2:6", "1:5", "3:1", "2:4");
  }

  @Test
  void needsToBeToldTheMoment() {
    assertThat(Read.bojBulk().findings(FILE)).map(Finding::place).containsExactly("releasedAt");
  }

  @Test
  void aFileWithoutPeriodsIsNone() {
    assertThat(bulk().findings("a,b,c\n1,2,3\n")).isNotEmpty();
  }
}
