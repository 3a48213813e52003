package io.deficitwatch.metrics.definition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with a document, each with its place, instead of stopping at the first.
 */
public final class Faults {
  private static final int LONGEST = 4_000;
  private static final int LONGEST_SHOWN = 200;

  private final String within;
  private final List<DefinitionFault> found;

  private Faults(String within, List<DefinitionFault> found) {
    this.within = within;
    this.found = found;
  }

  public static Faults none() {
    return new Faults("", new ArrayList<>());
  }

  /** The same list, for places within this one. */
  public Faults at(String place) {
    return new Faults(within + place + ".", found);
  }

  public void add(String place, String fault) {
    found.add(new DefinitionFault(within + place, fault));
  }

  public List<DefinitionFault> found() {
    return List.copyOf(found);
  }

  public Optional<String> text(String place, @Nullable String value) {
    if (value == null || value.isBlank()) {
      add(place, "is missing");
      return Optional.empty();
    }
    String text = value.strip();
    if (text.length() > LONGEST) {
      add(place, "is longer than " + LONGEST + " characters");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      add(place, "is no text in Unicode");
    }
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
      add(place, "holds control characters");
    }
    return Optional.of(text);
  }

  /** The text as {@code parse} reads it; its refusal is a fault. */
  public <T> Optional<T> parsed(String place, @Nullable String value, Function<String, T> parse) {
    return text(place, value)
        .flatMap(
            text -> {
              try {
                return Optional.of(parse.apply(text));
              } catch (RuntimeException refusal) {
                add(place, "is unfit: " + shown(String.valueOf(refusal.getMessage())));
                return Optional.empty();
              }
            });
  }

  private static String shown(String words) {
    String begin = words.length() > LONGEST_SHOWN ? words.substring(0, LONGEST_SHOWN) + "…" : words;
    return begin.replaceAll("\\p{Cntrl}", "\uFFFD");
  }

  public <T> List<T> list(String place, @Nullable List<T> values) {
    if (values == null || values.isEmpty()) {
      add(place, "is missing or empty");
      return List.of();
    }
    return values;
  }
}
