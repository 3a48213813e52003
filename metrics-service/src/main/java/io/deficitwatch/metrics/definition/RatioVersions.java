package io.deficitwatch.metrics.definition;

import io.deficitwatch.metrics.definition.DefinitionDocument.RatioDocument;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Ties a ratio to versions of its sides, so that it stays what it is when these go on. */
final class RatioVersions {
  private RatioVersions() {}

  /** What is not named is as in the document before, if that has the same side. */
  static DefinitionDocument asIn(DefinitionDocument document, DefinitionDocument before) {
    RatioDocument ratio = document.ratio();
    RatioDocument known = before.ratio();
    return ratio == null || known == null
        ? document
        : document.with(
            ratio.withVersions(
                known(
                    ratio.numerator(),
                    ratio.numeratorVersion(),
                    known.numerator(),
                    known.numeratorVersion()),
                known(
                    ratio.denominator(),
                    ratio.denominatorVersion(),
                    known.denominator(),
                    known.denominatorVersion())));
  }

  /**
   * What is not named is the newest.
   *
   * @param newest version of an id; null if there is none
   */
  static DefinitionDocument newest(
      DefinitionDocument document, Function<String, @Nullable Integer> newest) {
    RatioDocument ratio = document.ratio();
    return ratio == null
        ? document
        : document.with(
            ratio.withVersions(
                newest(ratio.numerator(), ratio.numeratorVersion(), newest),
                newest(ratio.denominator(), ratio.denominatorVersion(), newest)));
  }

  /** A ratio is built on what is in force, even where it names a version. */
  static void addEnded(DefinitionDocument document, Faults faults, Predicate<String> hasEnded) {
    RatioDocument ratio = document.ratio();
    if (ratio != null) {
      addEnded(faults.at("ratio"), "numerator", ratio.numerator(), hasEnded);
      addEnded(faults.at("ratio"), "denominator", ratio.denominator(), hasEnded);
    }
  }

  private static void addEnded(
      Faults faults, String place, @Nullable String id, Predicate<String> hasEnded) {
    if (id != null && hasEnded.test(id.strip())) {
      faults.add(place, "has ended");
    }
  }

  private static @Nullable Integer newest(
      @Nullable String id, @Nullable Integer named, Function<String, @Nullable Integer> newest) {
    return named != null || id == null || !DefinitionReader.isId(id.strip())
        ? named
        : newest.apply(id.strip());
  }

  private static @Nullable Integer known(
      @Nullable String id,
      @Nullable Integer named,
      @Nullable String knownId,
      @Nullable Integer known) {
    return named == null && Objects.equals(id, knownId) ? known : named;
  }
}
