package io.deficitwatch.ingestion.release;

import java.nio.file.Path;

/** Where files that nobody needs any more after a release was taken, or was not, may be. */
public interface Scratch {
  Path directory();
}
