package io.deficitwatch.eventing.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of a distributed trace, as the header {@code traceparent} carries it.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>
 */
public record Traceparent(String traceId, String parentId, String flags) {
  public static final String HEADER = "traceparent";

  // Version 00 only; of a later version its first four fields are read, as the standard asks.
  private static final Pattern TEXT =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?<trace>(?!0{32})[0-9a-f]{32})-(?<parent>(?!0{16})[0-9a-f]{16})-(?<flags>[0-9a-f]{2})(?:-.*)?");

  /** Reads the header; empty if it is malformed, and then a new trace begins. */
  public static Optional<Traceparent> parse(String header) {
    Matcher matcher = TEXT.matcher(header);
    return matcher.matches()
        ? Optional.of(
            new Traceparent(
                matcher.group("trace"), matcher.group("parent"), matcher.group("flags")))
        : Optional.empty();
  }

  /** The first step of a new trace, sampled. */
  public static Traceparent root() {
    return new Traceparent(id(16), id(8), "01");
  }

  /** The next step of this trace. */
  public Traceparent child() {
    return new Traceparent(traceId, id(8), flags);
  }

  private static String id(int length) {
    var bytes = new byte[length];
    ThreadLocalRandom.current().nextBytes(bytes);
    bytes[length - 1] |= 1; // all zeroes would be invalid
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public String toString() {
    return "00-" + traceId + "-" + parentId + "-" + flags;
  }
}
