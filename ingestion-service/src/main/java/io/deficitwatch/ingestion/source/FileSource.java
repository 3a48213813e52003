package io.deficitwatch.ingestion.source;

import io.deficitwatch.ingestion.fetch.Fetched;
import io.deficitwatch.ingestion.fetch.SourceRequest;
import io.deficitwatch.ingestion.fetch.Validators;
import java.net.URI;
import java.util.Optional;

/** A file that is replaced by the next one: the Ministry of Finance's CSV, UNCTAD's. */
final class FileSource {
  private FileSource() {}

  static Fetched fetch(ConditionalGet http, URI url, SourceRequest.File request, Validators known) {
    return http.get(url, Optional.empty(), request.charset(), known);
  }
}
