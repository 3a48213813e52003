package io.deficitwatch.ingestion.sample;

import io.deficitwatch.ingestion.release.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** All bytes of a content at once. */
public final class Bytes {
  private Bytes() {}

  public static byte[] of(Content content) {
    try (InputStream bytes = content.open()) {
      return bytes.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
