package io.deficitwatch.ingestion.release;

import java.util.Optional;

/** The formats that can be read. */
public interface ReleaseFormats {
  ReleaseFormat get(FormatName name);

  /** The format that the media type and the first characters speak for, if any. */
  Optional<FormatName> recognise(Content content);
}
