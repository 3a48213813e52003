package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.fetch.FetchPolicy.Growing;
import io.deficitwatch.ingestion.fetch.FetchPolicy.Polling;
import io.deficitwatch.ingestion.fetch.Source.Manners;
import io.deficitwatch.ingestion.release.FormatName;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Sources and the policy that the service has by default. */
public final class Samples {
  public static final DataflowRef BALANCE_OF_PAYMENTS = DataflowRef.parse("BOJ:BP01");

  static final FetchPolicy POLICY =
      new FetchPolicy(
          true,
          Duration.ofHours(2),
          new Polling(
              Duration.ofSeconds(15),
              new Growing(Duration.ofSeconds(30), Duration.ofMinutes(10)),
              Duration.ofDays(1)),
          new Growing(Duration.ofMinutes(1), Duration.ofHours(1)),
          Duration.ofHours(6));

  private Samples() {}

  public static Source file(URI url) {
    return source(
        new SourceRequest.File(url, Optional.empty(), Optional.empty()), Optional.empty());
  }

  public static Source source(SourceRequest request, Optional<FormatName> format) {
    return new Source(
        BALANCE_OF_PAYMENTS,
        request,
        format,
        new Manners(Duration.ofDays(1), Duration.ofSeconds(30)));
  }
}
