package io.deficitwatch.alerting.rest;

import io.deficitwatch.edge.Parameters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Headers that an owner adds to requests. Those that make the request what it is are ours. */
final class ExtraHeaders {
  private static final int MOST = 10;
  // RFC 9110: a token, and visible ASCII with spaces in between.
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}");
  private static final Pattern VALUE =
      Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,998}[\\x21-\\x7E])?");
  private static final Set<String> OURS =
      Set.of(
          "accept-encoding",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "expect",
          "forwarded",
          "host",
          "http2-settings",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "user-agent",
          "via");

  private ExtraHeaders() {}

  /** By their names in lower case. Values are never repeated in a fault. */
  static Map<String, String> read(
      Parameters parameters, @Nullable Map<String, @Nullable String> given) {
    Map<String, String> headers = new HashMap<>();
    if (given == null) {
      return headers;
    }
    if (given.size() > MOST) {
      parameters.refuse("/headers", "has more than %d".formatted(MOST));
      return headers;
    }
    given.forEach(
        (name, value) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (!NAME.matcher(name).matches()) {
            parameters.refuse(
                "/headers", "%s is no name of a header".formatted(Parameters.quoted(name)));
          } else if (isOurs(lower)) {
            parameters.refuse("/headers/" + name, "is set by the service");
          } else if (value == null || !VALUE.matcher(value).matches()) {
            parameters.refuse(
                "/headers/" + name, "is not 1 to 1000 visible ASCII characters on one line");
          } else if (headers.put(lower, value) != null) {
            parameters.refuse("/headers/" + name, "is given twice");
          }
        });
    return headers;
  }

  private static boolean isOurs(String name) {
    return OURS.contains(name)
        || name.startsWith("webhook-")
        || name.startsWith("proxy-")
        || name.startsWith("x-forwarded-");
  }
}
