package io.deficitwatch.ingestion.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deficitwatch.ingestion.fetch.Fetched;
import io.deficitwatch.ingestion.fetch.SourceRequest;
import io.deficitwatch.ingestion.fetch.SourceRequest.Flow;
import io.deficitwatch.ingestion.fetch.Validators;
import io.deficitwatch.ingestion.source.ConditionalGet.Document;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Data by SDMX REST: IMF, OECD, Eurostat, ECB. */
final class SdmxRestSource {
  private SdmxRestSource() {}

  static Fetched fetch(
      ConditionalGet http, URI url, SourceRequest.SdmxRest request, Validators known) {
    return http.get(
        resource(url, request),
        Optional.of(request.accept()),
        known,
        (body, mediaType) ->
            Document.of(body, Contents.of(body, mediaType, Optional.empty()), SdmxFingerprint::of));
  }

  // https://github.com/sdmx-twg/sdmx-rest: 2.1 is /data/AGENCY,ID,VERSION/KEY, 3.0 (its version 2)
  // is /data/dataflow/AGENCY/ID/VERSION/KEY.
  static URI resource(URI url, SourceRequest.SdmxRest request) {
    Flow flow = request.flow();
    String path =
        switch (flow.api()) {
          case V2_1 ->
              "/data/%s,%s,%s/%s"
                  .formatted(
                      segment(flow.agency()),
                      segment(flow.id()),
                      segment(flow.version()),
                      segment(request.key()));
          case V3_0 ->
              "/data/dataflow/%s/%s/%s/%s"
                  .formatted(
                      segment(flow.agency()),
                      segment(flow.id()),
                      segment(flow.version()),
                      segment(request.key()));
        };
    return URI.create(url.toString().replaceAll("/$", "") + path + query(request.parameters()));
  }

  private static String query(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? ""
        : new TreeMap<>(parameters)
            .entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&", "?", ""));
  }

  // What keys and names are made of may stand in a path as it is, and some servers want it so.
  private static String segment(String text) {
    return encoded(text)
        .replace("%2B", "+")
        .replace("%40", "@")
        .replace("%3A", ":")
        .replace("%2C", ",")
        .replace("%24", "$");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
