package io.deficitwatch.ingestion.fetch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.ingestion.catalogue.CodedSeries;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a publisher is asked for, by the kind of its interface. */
public sealed interface SourceRequest {
  /** Where it begins. */
  URI url();

  /**
   * The Bank of Japan's Time-Series API, {@code getDataCode}.
   *
   * @param url as in {@code https://www.stat-search.boj.or.jp/api/v1}
   * @param database as in {@code BP01}
   */
  record BojApi(URI url, String database, List<Coded> series) implements SourceRequest {
    public BojApi {
      series = List.copyOf(series);
      if (series.isEmpty()) {
        throw new IllegalArgumentException("the API is asked for codes, and there are none");
      }
    }

    /** A series with its frequency: a request has codes of one frequency only. */
    public record Coded(CodedSeries series, Frequency frequency) {}

    /** The codes that have a meaning on that day. */
    public Map<Frequency, List<String>> codesOn(LocalDate day) {
      return series.stream()
          .filter(coded -> coded.series().validity().contains(day))
          .collect(
              groupingBy(
                  Coded::frequency,
                  TreeMap::new,
                  mapping(coded -> coded.series().code(), toList())));
    }
  }

  /**
   * An SDMX REST service.
   *
   * @param url what the service's paths follow: {@code https://sdmx.oecd.org/public/rest}
   * @param key of the series wanted, as the dataflow's structure orders it
   * @param parameters of the query, as they are called there
   * @param accept media type asked for
   */
  record SdmxRest(URI url, Flow flow, String key, Map<String, String> parameters, String accept)
      implements SourceRequest {
    public SdmxRest {
      parameters = Map.copyOf(parameters);
    }
  }

  /**
   * The publisher's own name of what is asked for.
   *
   * @param api version of the interface, which has other paths in each
   */
  record Flow(Api api, String agency, String id, String version) {
    /** Versions of SDMX REST. */
    public enum Api {
      V2_1,
      V3_0
    }
  }

  /**
   * A file that is replaced by the next one.
   *
   * @param charset if the server does not say, and it is not UTF-8
   * @param entry name of the file in the zip that the url is of; empty: it is of the file itself
   */
  record File(URI url, Optional<Charset> charset, Optional<String> entry)
      implements SourceRequest {}
}
