package io.deficitwatch.ingestion.format.sdmx;

import static io.deficitwatch.ingestion.format.sdmx.SdmxIds.OBS_STATUS;
import static io.deficitwatch.ingestion.format.sdmx.SdmxIds.TIME_PERIOD;
import static io.deficitwatch.ingestion.format.sdmx.SdmxIds.UNIT_MULT;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Takes what messages say, whatever they are written in, and puts it together to series. */
final class SdmxFigures {
  private static final int MOST_NAMES = 5;

  private final Figures figures;
  private final Findings findings;
  private final SdmxPeriods periods;
  private final SdmxKey keys;
  private final SdmxObservation observation;
  private final SdmxDeletion deletion;
  private final Set<String> others = new LinkedHashSet<>();

  SdmxFigures(Figures figures) {
    this.figures = figures;
    this.findings = figures.findings();
    this.periods = new SdmxPeriods(figures);
    this.keys = new SdmxKey(figures);
    this.observation = new SdmxObservation(figures.dataflow().flags(), findings);
    this.deletion = new SdmxDeletion(figures, keys, periods);
  }

  Figures figures() {
    return figures;
  }

  /**
   * Whether what follows is of the dataflow; otherwise it is passed over.
   *
   * @param names of its structure, any of which may be ours; none: the sender's word counts
   */
  boolean isOfDataflow(Collection<String> names) {
    if (names.isEmpty() || names.stream().anyMatch(figures.dataflow()::isNamed)) {
      return true;
    }
    String words = "structure " + QuotedText.quote(String.join(", ", names));
    figures.passOver(() -> words);
    if (others.size() < MOST_NAMES) {
      others.add(words);
    }
    return false;
  }

  void take(SdmxAction action, SdmxRow row) {
    if (action == SdmxAction.DELETE) {
      deletion.take(row);
    } else if (isOfAttributesOnly(action, row)) {
      figures.passOver(() -> "attributes without a value");
    } else {
      takeObservation(row);
    }
  }

  /** Says so if there was nothing to take. */
  void requireAny(String place) {
    boolean any = figures.observationCount() > 0 || !figures.deletions().isEmpty();
    if (!any && findings.isEmpty()) {
      findings.add(
          place,
          others.isEmpty()
              ? "there is no observation"
              : "there is nothing of %s, but of %s"
                  .formatted(figures.dataflow().ref(), String.join(", ", others)));
    }
  }

  private boolean isOfAttributesOnly(SdmxAction action, SdmxRow row) {
    if (SdmxObservation.hasValue(row)) {
      return false;
    }
    if (row.field(TIME_PERIOD).isEmpty()) {
      if (!row.field(UNIT_MULT).isEmpty()) {
        findings.add(
            () -> row.place(UNIT_MULT),
            () -> "UNIT_MULT is to stand with each observation that it is of");
      }
      return true;
    }
    return action.leavesEmptyAlone() && row.field(OBS_STATUS).isEmpty();
  }

  private void takeObservation(SdmxRow row) {
    Optional<TimePeriod> period = periods.read(row);
    Optional<SdmxKey.Known> key = period.flatMap(found -> keys.read(row, found.frequency()));
    OptionalInt multiplier = unitMultiplier(row);
    if (key.isEmpty() || multiplier.isEmpty()) {
      return;
    }
    int power = multiplier.getAsInt();
    figures
        .series(key.get().key(), key.get().sourceCode(), power, () -> row.place(UNIT_MULT))
        .ifPresent(
            series ->
                observation
                    .read(row, period.orElseThrow(), power)
                    .ifPresent(found -> series.take(() -> row.place(TIME_PERIOD), found)));
  }

  private OptionalInt unitMultiplier(SdmxRow row) {
    String text = row.field(UNIT_MULT);
    Optional<Integer> unsaid = figures.dataflow().publication().multiplier();
    if (text.isEmpty() && unsaid.isPresent()) {
      return OptionalInt.of(unsaid.get());
    }
    if (isPower(text)) {
      return OptionalInt.of(Integer.parseInt(text));
    }
    findings.add(
        () -> row.place(UNIT_MULT),
        () ->
            text.isEmpty()
                ? "UNIT_MULT is missing, and the catalogue has none for " + figures.dataflow().ref()
                : "%s is no power of ten from 0 to 15".formatted(QuotedText.quote(text)));
    return OptionalInt.empty();
  }

  // A pattern would be matched a million times.
  private static boolean isPower(String text) {
    return switch (text.length()) {
      case 1 -> text.charAt(0) >= '0' && text.charAt(0) <= '9';
      case 2 -> text.charAt(0) == '1' && text.charAt(1) >= '0' && text.charAt(1) <= '5';
      default -> false;
    };
  }
}
