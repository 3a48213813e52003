package io.deficitwatch.ingestion.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.figures.Deletion;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.quality.TooManyFaults;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.RefusalReason;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import io.deficitwatch.ingestion.yaml.YamlCatalogueFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads texts with one format, by the shipped catalogue. */
public record Read(ReleaseFormat format, String dataflow, Optional<Instant> releasedAt) {
  public static Read bojJson() {
    return boj(FormatName.BOJ_API_JSON);
  }

  public static Read bojCsv() {
    return boj(FormatName.BOJ_API_CSV);
  }

  public static Read bojBulk() {
    return boj(FormatName.BOJ_BULK_CSV);
  }

  private static Read boj(FormatName format) {
    return new Read(new AcceptedFormats().get(format), "BOJ:BP01", Optional.empty());
  }

  /** A table of a publisher's own. */
  public static Read table(FormatName format, String dataflow) {
    return new Read(new AcceptedFormats().get(format), dataflow, Optional.empty());
  }

  public static Read sdmxCsv() {
    return new Read(
        new AcceptedFormats().get(FormatName.SDMX_CSV),
        "MOF:DIGITAL_BALANCE",
        Optional.of(Instant.parse("2025-02-09T23:50:00Z")));
  }

  public Read as(String otherDataflow) {
    return new Read(format, otherDataflow, releasedAt);
  }

  public Read releasedAt(String moment) {
    return new Read(format, dataflow, Optional.of(Instant.parse(moment)));
  }

  public Read withoutMoment() {
    return new Read(format, dataflow, Optional.empty());
  }

  /** What was read of a release that is in order. */
  public record Taken(Instant releasedAt, List<Series> series, List<Deletion> deletions) {}

  public Taken complete(String text) {
    return complete(text.getBytes(UTF_8), UTF_8);
  }

  public Taken complete(byte[] bytes, Charset charset) {
    return complete(Content.of(bytes, Optional.empty(), charset));
  }

  public Taken complete(Content content) {
    try (Figures figures = figures()) {
      Reading reading = format.read(content, figures, releasedAt);
      assertThat(reading)
          .withFailMessage(() -> "not complete: " + figures.findings().kept())
          .isInstanceOf(Reading.Complete.class);
      List<Series> series =
          figures.areas().stream().flatMap(area -> figures.listSeries(area).stream()).toList();
      assertThat(figures.findings().kept()).isEmpty();
      return new Taken(((Reading.Complete) reading).releasedAt(), series, figures.deletions());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a text that is refused, for whatever reason. */
  public List<Finding> findings(String text) {
    return refused(Content.of(text.getBytes(UTF_8), Optional.empty(), UTF_8)).findings();
  }

  public List<Finding> findings(RefusalReason reason, String text) {
    return findings(reason, text.getBytes(UTF_8), UTF_8);
  }

  public List<Finding> findings(RefusalReason reason, byte[] bytes, Charset charset) {
    return findings(reason, Content.of(bytes, Optional.empty(), charset));
  }

  public List<Finding> findings(RefusalReason reason, Content content) {
    Refusal refusal = refused(content);
    assertThat(refusal.reason()).isEqualTo(reason);
    return refusal.findings();
  }

  private record Refusal(RefusalReason reason, List<Finding> findings) {}

  private Refusal refused(Content content) {
    try (Figures figures = figures()) {
      try {
        Reading reading = format.read(content, figures, releasedAt);
        assertThat(reading).isInstanceOf(Reading.Faulty.class);
        return new Refusal(((Reading.Faulty) reading).reason(), figures.findings().kept());
      } catch (TooManyFaults _) {
        return new Refusal(RefusalReason.FAULTY_RELEASE, figures.findings().kept());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Figures figures() {
    CataloguedDataflow known =
        YamlCatalogueFiles.shipped().find(DataflowRef.parse(dataflow)).orElseThrow();
    return new Figures(known, Path.of(System.getProperty("java.io.tmpdir")));
  }
}
