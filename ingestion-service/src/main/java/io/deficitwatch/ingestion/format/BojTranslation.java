package io.deficitwatch.ingestion.format;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.CodedSeries;
import io.deficitwatch.ingestion.quality.ExactDecimal;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.quality.SeriesCheck;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.RefusalReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts a reply into our words by the catalogue, and names what does not fit. */
final class BojTranslation {
  private final CataloguedDataflow dataflow;
  private final Optional<Instant> said;
  private final Findings findings;

  BojTranslation(CataloguedDataflow dataflow, Optional<Instant> said, Findings findings) {
    this.dataflow = dataflow;
    this.said = said;
    this.findings = findings;
  }

  Reading translate(BojReply reply) {
    requireDatabase(reply);
    Optional<Instant> releasedAt =
        said.or(() -> reply.lastUpdate().map(dataflow.publication()::momentOf));
    if (reply.series().isEmpty()) {
      findings.add(
          "/RESULTSET",
          "the reply has no series: "
              + QuotedText.sentence(reply.envelope().message().orElse("and no MESSAGE")));
    }
    List<Series> translated = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (BojReply.Series series : reply.series()) {
      if (series.code().filter(code -> !codes.add(code)).isPresent()) {
        findings.add(series.places().field("SERIES_CODE"), "the series stands twice in the reply");
      }
      coded(series, releasedAt)
          .flatMap(coded -> translate(series, coded, reply.parameters()))
          .ifPresent(translated::add);
    }
    return findings.isEmpty() && releasedAt.isPresent()
        ? new Reading.Complete(releasedAt.get(), translated)
        : new Reading.Faulty(RefusalReason.FAULTY_RELEASE, findings);
  }

  private void requireDatabase(BojReply reply) {
    Optional<String> expected = dataflow.publication().database();
    if (expected.isEmpty()) {
      findings.add("dataflow", dataflow.ref() + " does not come from the Bank of Japan's API");
      return;
    }
    reply
        .parameters()
        .database()
        .filter(database -> !database.equalsIgnoreCase(expected.get()))
        .ifPresent(
            database ->
                findings.add(
                    "/PARAMETER/DB",
                    "%s is not the database of %s, which is %s"
                        .formatted(QuotedText.quote(database), dataflow.ref(), expected.get())));
  }

  private Optional<CodedSeries> coded(BojReply.Series series, Optional<Instant> releasedAt) {
    if (series.code().isEmpty()) {
      return Optional.empty();
    }
    String code = series.code().get();
    Optional<LocalDate> day = releasedAt.map(dataflow.publication()::dayOf);
    Optional<CodedSeries> found = day.flatMap(on -> dataflow.find(code, on));
    if (!dataflow.knows(code)) {
      findings.add(
          series.places().field("SERIES_CODE"),
          "%s is not in the catalogue of %s".formatted(QuotedText.quote(code), dataflow.ref()));
    } else if (found.isEmpty() && day.isPresent()) {
      findings.add(
          series.places().field("SERIES_CODE"),
          "the catalogue has no meaning of %s for a release of %s".formatted(code, day.get()));
    }
    return found;
  }

  private Optional<Series> translate(
      BojReply.Series series, CodedSeries coded, BojReply.Parameters asked) {
    Frequency frequency = dataflow.frequencyOf(coded.key());
    requireUnit(series, coded);
    if (!hasFrequency(series, frequency) || !hasPairs(series)) {
      return Optional.empty();
    }
    SeriesCheck check = new SeriesCheck(frequency, findings);
    List<String> dates = series.points().dates();
    for (int i = 0; i < dates.size(); i++) {
      int index = i;
      Optional<TimePeriod> period = BojPeriods.find(dates.get(i), frequency);
      if (period.isEmpty()) {
        findings.add(
            series.places().date(i),
            QuotedText.quote(dates.get(i)) + " is no date of this frequency");
        continue;
      }
      Optional<BigDecimal> value =
          series
              .points()
              .values()
              .get(i)
              .map(number -> ExactDecimal.inBaseUnits(number, coded.unit().multiplier()));
      // The reply says null and not why; L is what it is if it was not collected or is yet to come.
      ObservationStatus status = value.isPresent() ? ObservationStatus.A : ObservationStatus.L;
      check.take(() -> series.places().date(index), new Observation(period.get(), value, status));
    }
    Coverage coverage = new BojCoverage(asked, findings).of(check.observations(), frequency);
    check.requireWithin(coverage, series.places().dates());
    return Optional.of(
        new Series(
            coded.key(), coded.code(), coded.unit().multiplier(), coverage, check.observations()));
  }

  private void requireUnit(BojReply.Series series, CodedSeries coded) {
    series
        .particulars()
        .unit()
        .filter(unit -> !coded.unit().texts().contains(unit.strip()))
        .ifPresent(
            unit ->
                findings.add(
                    series.places().field("UNIT"),
                    "%s is not the unit of the series, which is %s"
                        .formatted(
                            QuotedText.quote(unit), String.join(" or ", coded.unit().texts()))));
  }

  private boolean hasFrequency(BojReply.Series series, Frequency expected) {
    Optional<String> word = series.particulars().frequency();
    // Told before where the format has to say it.
    if (word.isEmpty()) {
      return true;
    }
    boolean fits = BojPeriods.frequency(word.get()).equals(Optional.of(expected));
    if (!fits) {
      findings.add(
          series.places().field("FREQUENCY"),
          "%s is not the frequency of the series, which is %s"
              .formatted(QuotedText.quote(word.get()), expected));
    }
    return fits;
  }

  private boolean hasPairs(BojReply.Series series) {
    int dates = series.points().dates().size();
    int values = series.points().values().size();
    if (dates != values) {
      findings.add(
          series.places().points(),
          "there are %d SURVEY_DATES and %d VALUES".formatted(dates, values));
    }
    return dates == values;
  }
}
