package io.deficitwatch.edge;

import java.net.URI;
import java.util.List;

/**
 * Problem details, RFC 9457.
 *
 * @param type identifies the kind of problem
 * @param title the kind in words, the same each time
 * @param status HTTP status, 400 to 599
 * @param detail what went wrong this time
 * @param instance the request path; filled in when the answer is written
 * @param faults every single fault with its place; more than {@value #MOST_FAULTS} are counted, not
 *     listed
 */
public record Problem(
    URI type, String title, int status, String detail, String instance, List<Fault> faults) {
  /** How many faults one answer lists. */
  public static final int MOST_FAULTS = 1000;

  public Problem {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("no error status: " + status);
    }
    int count = faults.size();
    faults = List.copyOf(faults.subList(0, Math.min(MOST_FAULTS, count)));
    if (count > MOST_FAULTS) {
      detail = "%s (%d faults, the first %d are listed)".formatted(detail, count, MOST_FAULTS);
    }
  }

  /**
   * @param slug kebab-case name of the kind; the type is {@code urn:deficitwatch:problem:<slug>}
   */
  public static Problem of(int status, String slug, String title, String detail) {
    return new Problem(
        URI.create("urn:deficitwatch:problem:" + slug), title, status, detail, "", List.of());
  }

  public Problem withFaults(List<Fault> found) {
    return new Problem(type, title, status, detail, instance, found);
  }

  Problem at(String path) {
    return new Problem(type, title, status, detail, path, faults);
  }
}
