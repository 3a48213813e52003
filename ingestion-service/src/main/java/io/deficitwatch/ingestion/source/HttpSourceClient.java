package io.deficitwatch.ingestion.source;

import io.deficitwatch.ingestion.fetch.Fetched;
import io.deficitwatch.ingestion.fetch.Source;
import io.deficitwatch.ingestion.fetch.SourceClient;
import io.deficitwatch.ingestion.fetch.SourceRequest;
import io.deficitwatch.ingestion.fetch.Validators;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;

/** Asks each publisher in the words of its interface. */
@ApplicationScoped
public class HttpSourceClient implements SourceClient {
  private final PoliteClient http;
  private final BojApiSource bojApi;
  private final ConditionalGet conditionalGet;
  private final FileSource file;

  @Inject
  HttpSourceClient(PoliteClient http, Clock clock) {
    this.http = http;
    this.bojApi = new BojApiSource(http, clock);
    this.conditionalGet = new ConditionalGet(http, clock);
    this.file = new FileSource(http, conditionalGet);
  }

  @Override
  public Fetched fetch(Source source, Validators known) {
    URI url = http.place(source.dataflow().toString(), source.request().url());
    return switch (source.request()) {
      case SourceRequest.BojApi request -> bojApi.fetch(url, request);
      case SourceRequest.SdmxRest request ->
          SdmxRestSource.fetch(conditionalGet, url, request, known);
      case SourceRequest.File request -> file.fetch(url, request, known);
    };
  }
}
