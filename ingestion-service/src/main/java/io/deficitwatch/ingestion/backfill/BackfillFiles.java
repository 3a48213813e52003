package io.deficitwatch.ingestion.backfill;

import java.io.IOException;
import java.io.InputStream;

/** Files that can be gone through more than once, in whatever order they come. */
public interface BackfillFiles {
  /**
   * Shows every file to the visitor.
   *
   * @throws IOException if they cannot be read, with why in words for people
   */
  void visit(Visitor visitor) throws IOException;

  /** Is shown one file after the other. */
  interface Visitor {
    /**
     * @param name with its folders; hostile
     * @param bytes to be read before the next file, or not
     */
    void file(String name, InputStream bytes) throws IOException;
  }
}
