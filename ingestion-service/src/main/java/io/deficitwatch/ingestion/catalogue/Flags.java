package io.deficitwatch.ingestion.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a publisher marks observations where it does not use OBS_STATUS: letters, several of them one
 * behind the other.
 *
 * @param name of the attribute that has them, as in {@code OBS_FLAG}
 * @param codes of CL_OBS_STATUS by the publisher's letters
 */
public record Flags(String name, Map<String, String> codes) {
  public Flags {
    Objects.requireNonNull(name, "name");
    codes = Map.copyOf(codes);
    for (String letter : codes.keySet()) {
      if (letter.codePointCount(0, letter.length()) != 1) {
        throw new IllegalArgumentException("a flag is one letter, not " + letter);
      }
    }
  }

  /** The codes that stand for the letters; a letter that is not known stays. */
  public List<String> codesOf(String letters) {
    return letters
        .codePoints()
        .filter(letter -> !Character.isWhitespace(letter))
        .mapToObj(Character::toString)
        .map(letter -> codes.getOrDefault(letter, letter))
        .toList();
  }
}
