package io.deficitwatch.ingestion.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deficitwatch.ingestion.release.ArchivedRelease;
import io.deficitwatch.ingestion.release.ReleaseArchive.Position;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a page ended, as text that callers hand back without looking into it. */
final class Cursor {
  private static final String NOT_ONE = "is not the 'next' of a page";
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private Cursor() {}

  static String of(ArchivedRelease last) {
    String position = last.archive().receivedAt() + " " + last.id();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(UTF_8));
  }

  /**
   * @throws IllegalArgumentException if it is not one that {@link #of} wrote
   */
  static Position parse(String text) {
    try {
      String[] position = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
      Instant receivedAt = Instant.parse(position[0]);
      if (ReleaseIds.isOne(position[1]) && receivedAt.isBefore(LATEST)) {
        return new Position(receivedAt, position[1]);
      }
    } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException(NOT_ONE, e);
    }
    throw new IllegalArgumentException(NOT_ONE);
  }
}
