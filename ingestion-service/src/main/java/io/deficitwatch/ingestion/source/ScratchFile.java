package io.deficitwatch.ingestion.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is gone when nobody needs it any more. */
record ScratchFile(Path path) implements AutoCloseable {
  static ScratchFile in(Path directory) throws IOException {
    return new ScratchFile(Files.createTempFile(directory, "fetched", ".spool"));
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
