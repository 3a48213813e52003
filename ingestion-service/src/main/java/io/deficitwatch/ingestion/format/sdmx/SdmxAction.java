package io.deficitwatch.ingestion.format.sdmx;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is to be done with what a message brings: CL_ACTION_TYPE. */
enum SdmxAction {
  /** States figures; taken as an addition, as SDMX recommends. */
  INFORMATION("I"),
  /** Adds or changes what is stated; what is left empty stays as it was. */
  APPEND("A"),
  /** The newer name of the same. */
  MERGE("M"),
  /** States observations anew, whole. */
  REPLACE("R"),
  /** Takes out what was published. */
  DELETE("D");

  static final String KNOWN = "I, A, M, R or D";

  private final String letter;

  SdmxAction(String letter) {
    this.letter = letter;
  }

  /** By letter or word; nothing said is {@code I}. */
  static Optional<SdmxAction> find(String text) {
    if (text.isEmpty()) {
      return Optional.of(INFORMATION);
    }
    String word = text.toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(action -> List.of(action.letter, action.name()).contains(word))
        .findFirst();
  }

  /** Whether an empty value leaves alone what was published. */
  boolean leavesEmptyAlone() {
    return this == APPEND || this == MERGE;
  }
}
