package io.deficitwatch.metrics.sample;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds releases as ingestion publishes them. */
public final class Releases {
  /** 100 million yen. */
  public static final int OKU = 8;

  private Releases() {}

  public static ReleasePublished of(
      String id, String dataflow, String releasedAt, List<ReleasePublished.Series> series) {
    return of(id, dataflow, "JP", releasedAt, series);
  }

  public static ReleasePublished of(
      String id,
      String dataflow,
      String refArea,
      String releasedAt,
      List<ReleasePublished.Series> series) {
    Instant moment = OffsetDateTime.parse(releasedAt).toInstant();
    return new ReleasePublished(
        new Vintage(id, DataflowRef.parse(dataflow), moment),
        ReleasePublished.Stage.UNSPECIFIED,
        refArea,
        new ReleasePublished.Part(1, 1),
        new ReleasePublished.Archive(
            "/v1/releases/" + id + "/content", "0".repeat(64), moment.plusSeconds(60)),
        Optional.empty(),
        series);
  }

  /** A series that speaks for the periods from its first to its last value. */
  public static ReleasePublished.Series series(String key, Map<String, String> values) {
    return series(key, OKU, values);
  }

  /** The same with values in another power of ten. */
  public static ReleasePublished.Series series(
      String key, int multiplier, Map<String, String> values) {
    List<Observation> observations =
        values.entrySet().stream()
            .map(
                entry ->
                    new Observation(
                        TimePeriod.parse(entry.getKey()),
                        Optional.of(new BigDecimal(entry.getValue()).scaleByPowerOfTen(multiplier)),
                        ObservationStatus.A))
            .sorted(Comparator.comparing(Observation::period))
            .toList();
    return new ReleasePublished.Series(
        SeriesKey.parse(key),
        "code of " + key,
        multiplier,
        new ReleasePublished.Coverage(
            Optional.of(observations.getFirst().period()),
            Optional.of(observations.getLast().period())),
        observations);
  }

  public static BigDecimal yen(String hundredMillions) {
    return new BigDecimal(hundredMillions).scaleByPowerOfTen(OKU).setScale(0);
  }
}
