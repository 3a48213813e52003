package io.deficitwatch.ingestion.rest;

import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.edge.CreditLines;
import io.deficitwatch.ingestion.calendar.ScheduledRelease;
import io.deficitwatch.ingestion.calendar.ScheduledRelease.Basis;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Releases that are to come, or should have come. */
@Schema(name = "ReleaseCalendar")
record CalendarResponse(
    @Schema(description = "In order") List<Entry> releases,
    @Schema(
            description =
                "What the publishers of these releases ask to be shown beside their data, by agency")
        Map<String, String> creditLines) {

  static CalendarResponse of(
      List<ScheduledRelease> releases, CalendarQuery.Language language, CreditLines creditLines) {
    Map<String, String> lines = new TreeMap<>();
    releases.stream()
        .map(release -> release.dataflow().agency())
        .forEach(agency -> creditLines.find(agency).ifPresent(line -> lines.put(agency, line)));
    return new CalendarResponse(
        releases.stream().map(release -> Entry.of(release, language)).toList(), lines);
  }

  /** One of them. */
  @Schema(name = "ScheduledRelease")
  record Entry(
      @Schema(
              description = "The same however often the release is moved",
              examples = "BOJ:BP01/preliminary/2026-10")
          String id,
      DataflowRef dataflow,
      String title,
      @Schema(description = "The period that it is about", examples = "2026-10") String covers,
      @Schema(description = "Which step in the life of its figures it is") Stage status,
      @Schema(description = "When it comes out") Instant dueAt,
      @Schema(description = "Whether the publisher announced that, or it has been so each time")
          Basis basis,
      @Schema(description = "How often it was announced; 0 by rule") int sequence,
      @Schema(description = "When that was said last") LocalDate statedOn,
      @Schema(description = "Where the publisher said so") Optional<URI> source) {
    private static Entry of(ScheduledRelease release, CalendarQuery.Language language) {
      TimePeriod covers = release.subject().covers();
      return new Entry(
          release.subject().toString(),
          release.dataflow(),
          language.of(release.title()),
          covers.toString(),
          release.stage(),
          release.at(),
          release.schedule().basis(),
          release.schedule().sequence(),
          release.schedule().statedOn(),
          release.schedule().source());
    }
  }
}
