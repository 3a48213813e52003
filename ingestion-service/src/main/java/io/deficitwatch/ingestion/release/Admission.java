package io.deficitwatch.ingestion.release;

import java.util.Optional;

/**
 * Lets in as many releases at a time as the memory can hold with what is made of them; the others
 * wait.
 */
public interface Admission {
  /**
   * Holds what a release needs, after a while if others hold it.
   *
   * @param length of its content in bytes; negative if it is not known beforehand
   * @return empty if others hold it for too long
   */
  Optional<Hold> hold(long length);

  /** What is held until it is closed. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }
}
