package io.deficitwatch.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an agency disseminates, as SDMX names it: {@code BOJ:BP01}, with a version {@code
 * BOJ:BP01(2.0)}; without one it is 1.0.
 */
public record DataflowRef(String agency, String id, String version) {
  private static final Pattern TEXT =
      Pattern.compile(
          "(?<agency>[A-Za-z][A-Za-z0-9_.-]{0,63}):(?<id>[A-Za-z0-9_@$-]{1,64})(?:\\((?<version>\\d+(?:\\.\\d+){0,2})\\))?");

  /**
   * Reads the form that {@link #toString} writes.
   *
   * @throws IllegalArgumentException quoting the text if it is not of the form AGENCY:ID or
   *     AGENCY:ID(VERSION)
   */
  @JsonCreator
  public static DataflowRef parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
      throw new IllegalArgumentException(
          "'" + shown + "' is no dataflow; written AGENCY:ID, as in BOJ:BP01");
    }
    String version = matcher.group("version");
    return new DataflowRef(
        matcher.group("agency"), matcher.group("id"), version == null ? "1.0" : version);
  }

  // As the record's own, see SeriesKey
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof DataflowRef flow
            && id.equals(flow.id)
            && agency.equals(flow.agency)
            && version.equals(flow.version);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * agency.hashCode() + id.hashCode()) + version.hashCode();
  }

  @JsonValue
  @Override
  public String toString() {
    return agency + ":" + id + (version.equals("1.0") ? "" : "(" + version + ")");
  }
}
