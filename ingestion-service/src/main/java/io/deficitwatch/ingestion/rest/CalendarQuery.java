package io.deficitwatch.ingestion.rest;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which releases are wanted, and in which language. */
record CalendarQuery(
    Optional<DataflowRef> dataflow, Instant from, Instant to, CalendarQuery.Language language) {
  private static final Duration USUAL_SPAN = Duration.ofDays(400);
  private static final Duration LONGEST_SPAN = Duration.ofDays(3700);

  /** Languages of titles. */
  enum Language {
    EN,
    JA;

    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }

    String of(LocalizedText text) {
      return this == EN ? text.en() : text.ja();
    }

    static Language parse(String text) {
      return Arrays.stream(values())
          .filter(language -> language.tag().equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      QuotedText.quote(text) + " is no language; known are en, ja"));
    }
  }

  /**
   * @throws io.deficitwatch.edge.ProblemException naming every fault
   */
  static CalendarQuery read(
      @Nullable String dataflow,
      @Nullable String from,
      @Nullable String to,
      @Nullable String lang,
      Instant usualFrom) {
    Parameters parameters = new Parameters();
    Optional<DataflowRef> flow = parameters.read("dataflow", dataflow, DataflowRef::parse);
    Instant begin = parameters.moment("from", from).orElse(usualFrom);
    Instant end = parameters.moment("to", to).orElseGet(() -> begin.plus(USUAL_SPAN));
    Language language = parameters.read("lang", lang, Language::parse).orElse(Language.EN);
    if (end.isBefore(begin) || Duration.between(begin, end).compareTo(LONGEST_SPAN) > 0) {
      parameters.refuse("to", "is not within ten years after from");
    }
    parameters.requireNoFaults();
    return new CalendarQuery(flow, begin, end, language);
  }
}
