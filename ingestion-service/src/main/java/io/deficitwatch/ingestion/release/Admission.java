package io.deficitwatch.ingestion.release;

/**
 * Lets in as many releases at a time as the memory can hold with what is made of them; the others
 * wait.
 */
public interface Admission {
  /**
   * Holds what a release needs.
   *
   * @param length of its content in bytes; negative if it is not known beforehand
   * @throws RuntimeException if others hold it for too long
   */
  Hold hold(long length);

  /** What is held until it is closed. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }
}
