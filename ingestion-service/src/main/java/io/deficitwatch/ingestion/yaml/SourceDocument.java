package io.deficitwatch.ingestion.yaml;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.CodedSeries;
import io.deficitwatch.ingestion.fetch.Source;
import io.deficitwatch.ingestion.fetch.Source.Manners;
import io.deficitwatch.ingestion.fetch.SourceRequest;
import io.deficitwatch.ingestion.fetch.SourceRequest.BojApi.Coded;
import io.deficitwatch.ingestion.fetch.SourceRequest.Flow;
import io.deficitwatch.ingestion.release.FormatName;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a dataflow of the catalogue is fetched from.
 *
 * @param format empty: to be recognised
 * @param leastGap half a minute unless it says otherwise
 */
record SourceDocument(
    Request request, Optional<String> format, Duration interval, Optional<Duration> leastGap) {
  private static final Duration USUAL_GAP = Duration.ofSeconds(30);

  /** The kinds of interfaces. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = BojApi.class, name = "boj-api"),
    @JsonSubTypes.Type(value = SdmxRest.class, name = "sdmx-rest"),
    @JsonSubTypes.Type(value = File.class, name = "file")
  })
  sealed interface Request {}

  /** Asks for the codes that the mappings of the same file have. */
  record BojApi(URI url) implements Request {}

  /**
   * @param api version of the interface: 2.1 or 3.0
   */
  record SdmxRest(
      URI url, String api, FlowName flow, String key, Map<String, String> parameters, String accept)
      implements Request {
    /** The publisher's own name. */
    record FlowName(String agency, String id, String version) {}

    private SourceRequest toRequest() {
      return new SourceRequest.SdmxRest(
          url,
          new Flow(version(), flow.agency(), flow.id(), flow.version()),
          key,
          parameters,
          accept);
    }

    private Flow.Api version() {
      return switch (api) {
        case "2.1" -> Flow.Api.V2_1;
        case "3.0" -> Flow.Api.V3_0;
        default -> throw new IllegalArgumentException("api is 2.1 or 3.0, not " + api);
      };
    }
  }

  /**
   * @param charset if the server does not say, and it is not UTF-8
   * @param entry name of the file, if the url is of a zip
   */
  record File(URI url, Optional<String> charset, Optional<String> entry) implements Request {}

  Source toSource(CataloguedDataflow dataflow, List<CodedSeries> series) {
    return new Source(
        dataflow.ref(),
        switch (request) {
          case BojApi(var url) ->
              new SourceRequest.BojApi(
                  url,
                  dataflow
                      .publication()
                      .database()
                      .orElseThrow(
                          () ->
                              new IllegalArgumentException("boj-api needs a publication.database")),
                  series.stream()
                      .map(one -> new Coded(one, dataflow.frequencyOf(one.key())))
                      .toList());
          case SdmxRest sdmx -> sdmx.toRequest();
          case File(var url, var charset, var entry) ->
              new SourceRequest.File(url, charset.map(Charset::forName), entry);
        },
        format.map(name -> format(dataflow.ref(), name)),
        new Manners(interval, leastGap.orElse(USUAL_GAP)));
  }

  private static FormatName format(DataflowRef dataflow, String name) {
    return FormatName.find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: %s is no format; known are %s"
                        .formatted(dataflow, name, FormatName.known())));
  }
}
