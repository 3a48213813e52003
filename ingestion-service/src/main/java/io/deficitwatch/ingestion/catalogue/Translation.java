package io.deficitwatch.ingestion.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How published codes read in ours. One that is not listed stays as it is, so that {@code WLD}, the
 * world, is kept beside the countries.
 *
 * @param codes ours by the published ones
 */
public record Translation(Map<String, String> codes) {
  /** Codes are ours as they are published. */
  public static final Translation NONE = new Translation(Map.of());

  /** Countries: {@code JPN} reads {@code JP}. */
  public static final Translation ISO_3166_ALPHA_3 =
      new Translation(
          Arrays.stream(Locale.getISOCountries())
              .collect(
                  Collectors.toMap(
                      country -> Locale.of("", country).getISO3Country(), country -> country)));

  public Translation {
    codes = Map.copyOf(codes);
  }

  String of(String published) {
    return codes.getOrDefault(published, published);
  }
}
