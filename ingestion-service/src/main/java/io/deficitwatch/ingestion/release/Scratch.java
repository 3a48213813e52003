package io.deficitwatch.ingestion.release;

import java.nio.file.Path;

/** Where files that nobody needs any more after a release was taken, or was not, may be. */
public interface Scratch {
  Path directory();

  /** Room for one file, none at first. */
  default Room room() {
    return _ -> {};
  }

  /** A part of the disk that is kept for a file until it is closed. */
  interface Room extends AutoCloseable {
    /**
     * Keeps so many bytes, or as many as it did if these were more.
     *
     * @throws ScratchFull if the files that are there leave no room for them
     */
    void reach(long bytes);

    @Override
    default void close() {}
  }
}
