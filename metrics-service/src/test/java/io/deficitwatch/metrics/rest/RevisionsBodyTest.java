package io.deficitwatch.metrics.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.metrics.rest.RevisionsResponse.Layout;
import io.deficitwatch.metrics.revision.GeneratedRevisions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevisionsBodyTest {
  private static final RevisionsHead HEAD =
      RevisionsHead.of(GeneratedRevisions.SERIES, Optional.empty());

  @Test
  void writesAHundredThousandFiguresAsItReadsThem() throws IOException {
    GeneratedRevisions store = new GeneratedRevisions(450, (period, release) -> period + release);
    Watched out = new Watched(store);

    body(store, Layout.LONG).writeJson(out, ContractsJson.mapper(), HEAD, Instant.EPOCH);

    assertThat(store.figuresAtOnce().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(450 * 451 / 2)
        .isGreaterThan(100_000);
    assertThat(store.figuresAtOnce()).hasSize(10).allMatch(figures -> figures <= 48 * 450);
    // Much had gone out each time before more was read
    assertThat(out.written).isGreaterThan(10_000_000);
    assertThat(out.longestSilence).isLessThan(out.written / 4);
  }

  @Test
  void laysATriangleOutWithAColumnForEachVintage() throws IOException {
    GeneratedRevisions store =
        new GeneratedRevisions(4, (period, release) -> 10 * period + release);

    List<String> lines = csv(store, Layout.TRIANGLE);

    assertThat(lines)
        .containsExactly(
            "TIME_PERIOD,1990-03-08T00:00:00Z r0000,1990-04-07T00:00:00Z r0001,"
                + "1990-05-07T00:00:00Z r0002,1990-06-06T00:00:00Z r0003",
            "1990-01,0,1,2,3",
            "1990-02,,10,11,12",
            "1990-03,,,20,21",
            "1990-04,,,,30");
    JsonNode json = json(store, Layout.TRIANGLE);
    assertThat(json.get("vintages")).hasSize(4);
    assertThat(json.at("/periods/2/values").toString()).isEqualTo("[null,null,20,21]");
    assertThat(json.at("/periods/0").has("figures")).isFalse();
  }

  @Test
  void listsEveryFigureWithItsLagAndChanges() throws IOException {
    GeneratedRevisions store =
        new GeneratedRevisions(4, (period, release) -> 10 * period + release / 2 * 3);

    assertThat(csv(store, Layout.LONG))
        .startsWith(
            "TIME_PERIOD,OBS_VALUE,OBS_STATUS,RELEASE,LAG_DAYS,CHANGE_TO_PREVIOUS,CHANGE_TO_FIRST,"
                + "RELEASED_AT,RELEASE_ID,DATAFLOW,DATING,BASIS",
            "1990-01,0,A,1,36,,,1990-03-08T00:00:00Z,r0000,TEST:GENERATED,LIVE,",
            "1990-01,3,A,3,96,3,3,1990-05-07T00:00:00Z,r0002,TEST:GENERATED,LIVE,");
    JsonNode first = json(store, Layout.LONG).at("/periods/0");
    assertThat(first.get("releases").intValue()).isEqualTo(4);
    assertThat(first.at("/firstPublished/value").intValue()).isZero();
    assertThat(first.at("/latest/changeToFirst").intValue()).isEqualTo(3);
  }

  @Test
  void doesNotMakeAWholeDocumentOfOneThatFailed() {
    GeneratedRevisions store =
        new GeneratedRevisions(
            60,
            (period, release) -> {
              if (period == 50) {
                throw new IllegalStateException("the database is gone");
              }
              return release;
            });
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThatThrownBy(
            () ->
                body(store, Layout.LONG)
                    .writeJson(out, ContractsJson.mapper(), HEAD, Instant.EPOCH))
        .hasMessage("the database is gone");
    assertThat(out.size()).isPositive();
    assertThatThrownBy(() -> ContractsJson.mapper().readTree(out.toByteArray()))
        .isInstanceOf(IOException.class);
  }

  private static RevisionsBody body(GeneratedRevisions store, Layout layout) {
    return new RevisionsBody(store.list(), layout);
  }

  private static List<String> csv(GeneratedRevisions store, Layout layout) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    body(store, layout).writeCsv(out);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static JsonNode json(GeneratedRevisions store, Layout layout) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    body(store, layout).writeJson(out, ContractsJson.mapper(), HEAD, Instant.EPOCH);
    return ContractsJson.mapper().readTree(out.toByteArray());
  }

  /** Counts what is written between two readings. */
  private static final class Watched extends OutputStream {
    private final GeneratedRevisions store;
    private long written;
    private long longestSilence;
    private long writtenAtReading;
    private int readings;

    Watched(GeneratedRevisions store) {
      this.store = store;
    }

    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      if (store.figuresAtOnce().size() > readings) {
        readings = store.figuresAtOnce().size();
        writtenAtReading = written;
      }
      written += length;
      longestSilence = Math.max(longestSilence, written - writtenAtReading);
    }
  }
}
