package io.deficitwatch.ingestion.source;

import io.deficitwatch.ingestion.fetch.Fetched;
import io.deficitwatch.ingestion.fetch.SourceRequest;
import io.deficitwatch.ingestion.fetch.Validators;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.SpooledContent;
import io.deficitwatch.ingestion.source.ConditionalGet.Document;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A file that is replaced by the next one: the Ministry of Finance's CSV, UNCTAD's. */
final class FileSource {
  private final PoliteClient http;
  private final ConditionalGet conditionalGet;

  FileSource(PoliteClient http, ConditionalGet conditionalGet) {
    this.http = http;
    this.conditionalGet = conditionalGet;
  }

  Fetched fetch(URI url, SourceRequest.File request, Validators known) {
    return conditionalGet.get(
        url,
        Optional.empty(),
        known,
        (body, mediaType) ->
            request.entry().isPresent()
                ? entry(body, request.entry().get(), request)
                : Document.of(
                    body, Contents.of(body, mediaType, request.charset()), Content::sha256));
  }

  private Document entry(SpooledContent archive, String name, SourceRequest.File request)
      throws IOException {
    try (archive;
        ZipInputStream files = new ZipInputStream(archive.open())) {
      ZipEntry entry = files.getNextEntry();
      while (entry != null && !entry.getName().equals(name)) {
        entry = files.getNextEntry();
      }
      if (entry == null) {
        throw new IOException("there is no " + name + " in the archive");
      }
      SpooledContent file = http.spool(files, http.mostBytes());
      return Document.of(
          file, Contents.of(file, Optional.empty(), request.charset()), Content::sha256);
    }
  }
}
