package io.deficitwatch.ingestion.format.boj;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.CodedSeries;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.figures.SeriesFigures;
import io.deficitwatch.ingestion.quality.ExactDecimal;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.RefusalReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts a reply into our words by the catalogue, and names what does not fit. */
final class BojTranslation {
  private final Figures figures;
  private final CataloguedDataflow dataflow;
  private final Findings findings;
  private final Set<String> codes = new HashSet<>();
  private Optional<Instant> releasedAt;

  /**
   * @param releasedAt if the sender said so; otherwise the pages tell
   */
  BojTranslation(Figures figures, Optional<Instant> releasedAt) {
    this.figures = figures;
    this.dataflow = figures.dataflow();
    this.findings = figures.findings();
    this.releasedAt = releasedAt;
  }

  /** All pages of a reply. */
  Reading translate(List<BojReply> pages) {
    pages.forEach(page -> requireDatabase(page.parameters()));
    releasedAt =
        releasedAt.or(() -> BojReply.lastUpdate(pages).map(dataflow.publication()::momentOf));
    for (BojReply page : pages) {
      // A series that is too long for one page goes on on the next.
      codes.clear();
      page.series().forEach(series -> translate(series, page.parameters()));
    }
    return finish(pages.getFirst().envelope().message());
  }

  void requireDatabase(BojReply.Parameters asked) {
    Optional<String> expected = dataflow.publication().database();
    if (expected.isEmpty()) {
      findings.add("dataflow", dataflow.ref() + " does not come from the Bank of Japan's API");
      return;
    }
    asked
        .database()
        .filter(database -> !database.equalsIgnoreCase(expected.get()))
        .ifPresent(
            database ->
                findings.add(
                    "/PARAMETER/DB",
                    "%s is not the database of %s, which is %s"
                        .formatted(QuotedText.quote(database), dataflow.ref(), expected.get())));
  }

  /** One series more, which the reply speaks of as it was asked. */
  void translate(BojReply.Series series, BojReply.Parameters asked) {
    if (series.code().filter(code -> !codes.add(code)).isPresent()) {
      findings.add(series.places().field("SERIES_CODE"), "the series stands twice in the reply");
      return;
    }
    coded(series).ifPresent(coded -> translate(series, coded, asked));
  }

  /**
   * @param message what the reply says of itself, for one without series
   */
  Reading finish(Optional<String> message) {
    if (findings.isEmpty() && figures.seriesCount() == 0) {
      findings.add(
          "/RESULTSET",
          "the reply has no series: " + QuotedText.sentence(message.orElse("and no MESSAGE")));
    }
    return findings.isEmpty() && releasedAt.isPresent()
        ? new Reading.Complete(releasedAt.get())
        : new Reading.Faulty(RefusalReason.FAULTY_RELEASE);
  }

  private Optional<CodedSeries> coded(BojReply.Series series) {
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

  private void translate(BojReply.Series series, CodedSeries coded, BojReply.Parameters asked) {
    requireUnit(series, coded);
    if (!hasFrequency(series, dataflow.frequencyOf(coded.key())) || !hasPairs(series)) {
      return;
    }
    figures
        .series(
            coded.key(),
            coded.code(),
            coded.unit().multiplier(),
            () -> series.places().field("SERIES_CODE"))
        .ifPresent(
            into -> {
              translate(series, coded.unit().multiplier(), into);
              new BojCoverage(asked, findings).apply(into, series.places().dates());
            });
  }

  private void translate(BojReply.Series series, int multiplier, SeriesFigures into) {
    List<String> dates = series.points().dates();
    for (int i = 0; i < dates.size(); i++) {
      int index = i;
      Optional<TimePeriod> period = BojPeriods.find(dates.get(i), into.frequency());
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
              .map(number -> ExactDecimal.inBaseUnits(number, multiplier));
      // The reply says null and not why; L is what it is if it was not collected or is yet to come.
      ObservationStatus status = value.isPresent() ? ObservationStatus.A : ObservationStatus.L;
      into.take(() -> series.places().date(index), new Observation(period.get(), value, status));
    }
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
