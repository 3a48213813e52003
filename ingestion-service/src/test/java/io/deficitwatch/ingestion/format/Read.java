package io.deficitwatch.ingestion.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.RefusalReason;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import io.deficitwatch.ingestion.yaml.YamlCatalogueFiles;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads texts with one format, by the shipped catalogue. */
record Read(ReleaseFormat format, String dataflow, Optional<Instant> releasedAt) {
  static Read bojJson() {
    return boj(FormatName.BOJ_API_JSON);
  }

  static Read bojCsv() {
    return boj(FormatName.BOJ_API_CSV);
  }

  static Read bojBulk() {
    return boj(FormatName.BOJ_BULK_CSV);
  }

  private static Read boj(FormatName format) {
    return new Read(new AcceptedFormats().get(format), "BOJ:BP01", Optional.empty());
  }

  static Read sdmxCsv() {
    return new Read(
        new AcceptedFormats().get(FormatName.SDMX_CSV),
        "MOF:DIGITAL_BALANCE",
        Optional.of(Instant.parse("2025-02-09T23:50:00Z")));
  }

  Read as(String otherDataflow) {
    return new Read(format, otherDataflow, releasedAt);
  }

  Read releasedAt(String moment) {
    return new Read(format, dataflow, Optional.of(Instant.parse(moment)));
  }

  Read withoutMoment() {
    return new Read(format, dataflow, Optional.empty());
  }

  Reading.Complete complete(String text) {
    return complete(text.getBytes(UTF_8), UTF_8);
  }

  Reading.Complete complete(byte[] bytes, Charset charset) {
    Reading reading = read(bytes, charset);
    assertThat(reading)
        .withFailMessage(() -> "not complete: " + findings(reading))
        .isInstanceOf(Reading.Complete.class);
    return (Reading.Complete) reading;
  }

  /** Of a text that is refused, for whatever reason. */
  List<Finding> findings(String text) {
    Reading reading = read(text.getBytes(UTF_8), UTF_8);
    assertThat(reading).isInstanceOf(Reading.Faulty.class);
    return findings(reading);
  }

  List<Finding> findings(RefusalReason reason, String text) {
    return findings(reason, text.getBytes(UTF_8), UTF_8);
  }

  List<Finding> findings(RefusalReason reason, byte[] bytes, Charset charset) {
    Reading reading = read(bytes, charset);
    assertThat(reading).isInstanceOf(Reading.Faulty.class);
    assertThat(((Reading.Faulty) reading).reason()).isEqualTo(reason);
    return findings(reading);
  }

  private Reading read(byte[] bytes, Charset charset) {
    CataloguedDataflow known =
        YamlCatalogueFiles.shipped().find(DataflowRef.parse(dataflow)).orElseThrow();
    return format.read(new Content(bytes, Optional.empty(), charset), known, releasedAt);
  }

  private static List<Finding> findings(Reading reading) {
    return reading instanceof Reading.Faulty faulty ? faulty.findings().kept() : List.of();
  }
}
