package io.deficitwatch.ingestion.source;

import io.deficitwatch.ingestion.release.Scratch;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is gone when nobody needs it any more. */
record ScratchFile(Path path, Scratch.Room room) implements AutoCloseable {
  static ScratchFile in(Scratch scratch) throws IOException {
    return new ScratchFile(
        Files.createTempFile(scratch.directory(), "fetched", ".spool"), scratch.room());
  }

  /** Takes the body of an answer into the file, as long as there is room. */
  BodyHandler<Path> receiver() {
    return _ -> new RoomyBody(BodySubscribers.ofFile(path), room);
  }

  @Override
  public void close() throws IOException {
    try (room) {
      Files.deleteIfExists(path);
    }
  }
}
