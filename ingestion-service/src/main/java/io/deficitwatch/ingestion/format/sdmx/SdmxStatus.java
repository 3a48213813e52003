package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * CL_OBS_STATUS 2.x in our few statuses. Of several codes the one that warns the most counts.
 *
 * @param withValue ours if there is a value; empty if there cannot be one
 * @param withoutValue ours if there is none; empty if there must be one
 */
record SdmxStatus(Optional<ObservationStatus> withValue, Optional<ObservationStatus> withoutValue) {
  private static final SdmxStatus NORMAL = either(ObservationStatus.A);

  // What the codes mean stands in docs/formats.md.
  private static final Map<String, SdmxStatus> BY_CODE =
      Map.ofEntries(
          Map.entry("A", value(ObservationStatus.A)),
          Map.entry("B", value(ObservationStatus.B)),
          Map.entry("E", value(ObservationStatus.E)),
          Map.entry("P", value(ObservationStatus.P)),
          Map.entry("G", value(ObservationStatus.E)),
          Map.entry("I", value(ObservationStatus.E)),
          Map.entry("U", either(ObservationStatus.E)),
          Map.entry("V", value(ObservationStatus.P)),
          Map.entry("W", value(ObservationStatus.A)),
          Map.entry("D", NORMAL),
          Map.entry("J", NORMAL),
          Map.entry("N", NORMAL),
          Map.entry("S", NORMAL),
          Map.entry("T", NORMAL),
          Map.entry("H", missing(ObservationStatus.M)),
          Map.entry("K", missing(ObservationStatus.L)),
          Map.entry("L", missing(ObservationStatus.L)),
          Map.entry("M", missing(ObservationStatus.M)),
          Map.entry("O", missing(ObservationStatus.L)),
          Map.entry("Q", missing(ObservationStatus.Q)));

  private static final List<ObservationStatus> BY_WARNING =
      List.of(
          ObservationStatus.Q,
          ObservationStatus.M,
          ObservationStatus.L,
          ObservationStatus.B,
          ObservationStatus.E,
          ObservationStatus.P,
          ObservationStatus.A);

  private static SdmxStatus value(ObservationStatus status) {
    return new SdmxStatus(Optional.of(status), Optional.empty());
  }

  private static SdmxStatus missing(ObservationStatus status) {
    return new SdmxStatus(Optional.empty(), Optional.of(status));
  }

  private static SdmxStatus either(ObservationStatus status) {
    return new SdmxStatus(Optional.of(status), Optional.of(ObservationStatus.L));
  }

  /** What the codes are together, or a sentence that says why they cannot be. */
  static Outcome of(String codes, boolean hasValue) {
    Optional<ObservationStatus> status = Optional.empty();
    for (String code : codes.isEmpty() ? List.of("") : List.of(codes.split(" ", -1))) {
      SdmxStatus known = code.isEmpty() ? NORMAL : BY_CODE.get(code);
      if (known == null) {
        return new Outcome(Optional.empty(), unknown(code));
      }
      Optional<ObservationStatus> found = hasValue ? known.withValue() : known.withoutValue();
      if (found.isEmpty()) {
        return new Outcome(
            Optional.empty(),
            hasValue
                ? code + " says that there is no value, but there is one"
                : code + " says that there is a value, but there is none");
      }
      if (status.isEmpty()
          || BY_WARNING.indexOf(found.get()) < BY_WARNING.indexOf(status.orElseThrow())) {
        status = found;
      }
    }
    return new Outcome(status, "");
  }

  private static String unknown(String code) {
    return code.equals("F")
        ? "F: a forecast is not taken as an observation"
        : "%s is no status that is known: %s"
            .formatted(
                QuotedText.quote(code),
                String.join(", ", BY_CODE.keySet().stream().sorted().toList()));
  }

  /**
   * @param status empty if there is a fault
   */
  record Outcome(Optional<ObservationStatus> status, String fault) {}
}
