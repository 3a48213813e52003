package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.rest.SilenceBodies.MatcherBody;
import io.deficitwatch.alerting.silence.Label;
import io.deficitwatch.alerting.silence.Matcher;
import io.deficitwatch.alerting.silence.Matchers;
import io.deficitwatch.edge.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads matchers from a request, and names every fault of them. */
final class MatcherReader {
  private static final int MOST = 10;
  private static final int MOST_VALUES = 50;
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._@$*-]{1,64}");

  private MatcherReader() {}

  /** Empty if there are faults, which the parameters then know. */
  static Optional<Matchers> read(
      Parameters parameters, String pointer, @Nullable List<@Nullable MatcherBody> given) {
    if (given == null || given.isEmpty() || given.size() > MOST) {
      parameters.refuse(pointer, "is not 1 to %d matchers".formatted(MOST));
      return Optional.empty();
    }
    List<Matcher> read = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      matcher(parameters, pointer + "/" + i, given.get(i)).ifPresent(read::add);
    }
    return read.size() == given.size() ? Optional.of(new Matchers(read)) : Optional.empty();
  }

  private static Optional<Matcher> matcher(
      Parameters parameters, String pointer, @Nullable MatcherBody given) {
    if (given == null) {
      parameters.refuse(pointer, "is missing");
      return Optional.empty();
    }
    Optional<Label> label = parameters.require(pointer + "/label", given.label(), Label::parse);
    List<@Nullable String> texts = given.values();
    if (texts == null || texts.isEmpty() || texts.size() > MOST_VALUES) {
      parameters.refuse(pointer + "/values", "is not 1 to %d values".formatted(MOST_VALUES));
      return Optional.empty();
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      parameters
          .require(pointer + "/values/" + i, texts.get(i), MatcherReader::value)
          .ifPresent(values::add);
    }
    return values.size() == texts.size()
        ? label.map(known -> new Matcher(known, values, !Boolean.FALSE.equals(given.equal())))
        : Optional.empty();
  }

  private static String value(String text) {
    if (!VALUE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "%s is no id or code, with * for any characters".formatted(Parameters.quoted(text)));
    }
    return text;
  }
}
