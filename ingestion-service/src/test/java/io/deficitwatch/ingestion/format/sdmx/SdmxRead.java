package io.deficitwatch.ingestion.format.sdmx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.ingestion.format.AcceptedFormats;
import io.deficitwatch.ingestion.format.Read;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.sample.SharedData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Readings of SDMX messages, and what they came to in few words. */
final class SdmxRead {
  static final String SAMPLES = "data/sdmx-samples/";

  private SdmxRead() {}

  static Read csv(String dataflow) {
    return new Read(
        new AcceptedFormats().get(FormatName.SDMX_CSV),
        dataflow,
        Optional.of(Instant.parse("2026-01-05T00:00:00Z")));
  }

  /** Messages say themselves when they were made. */
  static Read ml() {
    return new Read(new AcceptedFormats().get(FormatName.SDMX_ML), "ECB:EXR", Optional.empty());
  }

  static Read json() {
    return new Read(new AcceptedFormats().get(FormatName.SDMX_JSON), "ECB:EXR", Optional.empty());
  }

  static String sample(String name) {
    return new String(SharedData.bytes(SAMPLES + name), UTF_8);
  }

  static Series series(Read.Taken taken, String key) {
    return taken.series().stream()
        .filter(series -> series.key().toString().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no series " + key + " in " + keys(taken)));
  }

  private static String keys(Read.Taken taken) {
    return taken.series().stream().map(Series::key).limit(20).toList().toString();
  }

  static Observation observation(Read.Taken taken, String key, String period) {
    return series(taken, key).observations().stream()
        .filter(observation -> observation.period().toString().equals(period))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no period " + period + " of " + key));
  }

  static BigDecimal value(Read.Taken taken, String key, String period) {
    return observation(taken, key, period).value().orElseThrow();
  }

  static int observations(Read.Taken taken) {
    return taken.series().stream().mapToInt(series -> series.observations().size()).sum();
  }
}
