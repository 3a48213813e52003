package io.deficitwatch.ingestion.fetch;

import java.util.Optional;

/**
 * By what a publisher recognises what we have, word for word as its server wrote it.
 *
 * @param etag HTTP ETag
 * @param lastModified HTTP Last-Modified
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());
}
