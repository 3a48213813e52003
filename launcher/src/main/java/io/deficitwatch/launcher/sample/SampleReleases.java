package io.deficitwatch.launcher.sample;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The bundled releases, in the order of their publication. */
public final class SampleReleases {
  private SampleReleases() {}

  public static List<SampleRelease> inOrder() {
    try (InputStream manifest = open("manifest.json")) {
      return ContractsJson.mapper()
          .readerFor(new TypeReference<List<SampleRelease>>() {})
          // The offset says at which hour of the publisher's day: keep it.
          .without(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .readValue(manifest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes to hand in. */
  public static byte[] content(SampleRelease release) {
    try (InputStream body = open(release.file())) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream found = SampleReleases.class.getResourceAsStream("/samples/" + name);
    if (found == null) {
      throw new FileNotFoundException("/samples/" + name);
    }
    return found;
  }
}
