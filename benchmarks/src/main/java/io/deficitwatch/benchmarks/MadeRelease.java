package io.deficitwatch.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A release of figures that are made up, in the shape that publishers give theirs.
 *
 * @param shape for people
 * @param format as the service names it
 * @param areas reference areas, each of which is an event
 */
record MadeRelease(
    String shape,
    String format,
    String dataflow,
    int areas,
    long observations,
    Charset charset,
    Writing writing) {
  interface Writing {
    void write(Writer out) throws IOException;
  }

  static MadeRelease of(
      String shape, String format, String dataflow, int areas, long observations, Writing writing) {
    return new MadeRelease(
        shape, format, dataflow, areas, observations, StandardCharsets.UTF_8, writing);
  }

  void writeTo(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, charset)) {
      writing.write(out);
    }
  }
}
