package io.deficitwatch.ingestion.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.event.ReleaseRemarks.Severity;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.ingestion.catalogue.Catalogue;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.Checks;
import io.deficitwatch.ingestion.catalogue.Dimension;
import io.deficitwatch.ingestion.catalogue.Publication;
import io.deficitwatch.ingestion.catalogue.Scope;
import io.deficitwatch.ingestion.catalogue.Structure;
import io.deficitwatch.ingestion.figures.Deletion;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.figures.SeriesFigures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Ingestion without adapters, of a format made for tests: a line has a key, a period and a value;
 * {@code D} in its place deletes, {@code all} for a period makes the series speak for all periods.
 */
final class PlainReleases {
  private static final DataflowRef REF = DataflowRef.parse("TEST:FIGURES");
  private static final Scratch SCRATCH = () -> Path.of(System.getProperty("java.io.tmpdir"));
  static final Checks CHECKS =
      new Checks(
          new Checks.Magnitude(Optional.of(BigDecimal.TEN), Optional.of(new BigDecimal("1000000"))),
          Optional.of(new Checks.Balance("ENTRY", "C", "D", "N", new BigDecimal("0.5"))),
          List.of(new Checks.Total("ITEM", "SI", List.of("SI1", "SI2"), new BigDecimal("0.5"))),
          Optional.of(new Checks.Revision(24, new BigDecimal("0.5"), BigDecimal.ONE)),
          Optional.of(Severity.CRITICAL));

  final InMemoryArchive archive = new InMemoryArchive();
  final List<OutboundEvent> events = new ArrayList<>();
  private final CataloguedDataflow dataflow;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  PlainReleases(Scope scope) {
    dataflow =
        new CataloguedDataflow(
            REF,
            new Publication(Optional.empty(), LocalTime.NOON, ZoneOffset.UTC, scope),
            Structure.of(
                Stream.of("FREQ", "REF_AREA", "ENTRY", "ITEM")
                    .map(id -> new Dimension(id, Set.of()))
                    .toList()),
            List.of(),
            CHECKS);
  }

  /** Hands in a release of that day. */
  IngestOutcome ingest(String day, String... lines) {
    now = now.plusSeconds(1);
    return new IngestRelease(
            catalogue(),
            formats(),
            new ReadArchive(archive),
            new ResolveDeletions(archive),
            new AssessRelease(archive),
            acceptance(),
            () -> true,
            SCRATCH,
            clock())
        .ingest(
            new Submission(
                REF,
                Optional.of(FormatName.SDMX_CSV),
                Optional.of(Instant.parse(day + "T12:00:00Z")),
                Optional.empty(),
                Optional.empty(),
                Content.of(String.join("\n", lines).getBytes(UTF_8), Optional.empty(), UTF_8)));
  }

  ArchivedRelease accept(String day, String... lines) {
    return ((IngestOutcome.Accepted) ingest(day, lines)).release();
  }

  /** What whoever follows the events knows of a series in the end. */
  List<String> known(String key) {
    Map<TimePeriod, BigDecimal> known = new TreeMap<>();
    events.stream()
        .map(OutboundEvent::payload)
        .filter(ReleasePublished.class::isInstance)
        .map(ReleasePublished.class::cast)
        .sorted(
            Comparator.comparing((ReleasePublished part) -> part.vintage().releasedAt())
                .thenComparing(part -> part.archive().receivedAt()))
        .flatMap(part -> part.series().stream())
        .filter(series -> series.key().toString().equals(key))
        .forEach(
            series -> {
              known.keySet().removeIf(series.coverage()::covers);
              series
                  .observations()
                  .forEach(one -> known.put(one.period(), one.value().orElseThrow()));
            });
    return known.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).toList();
  }

  ReviewRelease review() {
    now = now.plusSeconds(1);
    return new ReviewRelease(archive, new RecordingOutbox(events), renewal(), clock());
  }

  RetractRelease retraction() {
    now = now.plusSeconds(1);
    return new RetractRelease(
        catalogue(),
        archive,
        new FiguresWithout(archive),
        archive,
        new StoreRetraction(archive, new StoreRelease(archive, new RecordingOutbox(events))),
        SCRATCH,
        clock());
  }

  private AcceptRelease acceptance() {
    return new AcceptRelease(
        archive, new StoreRelease(archive, new RecordingOutbox(events)), renewal());
  }

  private RenewRetraction renewal() {
    return renewal(catalogue(), archive, events);
  }

  static RenewRetraction renewal(
      Catalogue catalogue, InMemoryArchive archive, List<OutboundEvent> events) {
    return new RenewRetraction(
        catalogue,
        archive,
        archive,
        new FiguresWithout(archive),
        new StoreRetraction(archive, new StoreRelease(archive, new RecordingOutbox(events))),
        SCRATCH);
  }

  private Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private Catalogue catalogue() {
    return () -> List.of(dataflow);
  }

  private static ReleaseFormats formats() {
    return new ReleaseFormats() {
      @Override
      public ReleaseFormat get(FormatName name) {
        return new PlainFormat();
      }

      @Override
      public Optional<FormatName> recognise(Content content) {
        return Optional.empty();
      }
    };
  }

  private static final class PlainFormat implements ReleaseFormat {
    @Override
    public FormatName name() {
      return FormatName.SDMX_CSV;
    }

    @Override
    public Reading read(Content content, Figures figures, Optional<Instant> releasedAt) {
      try {
        new String(content.open().readAllBytes(), UTF_8)
            .lines()
            .forEach(line -> take(line.split(" ", -1), figures));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Reading.Complete(releasedAt.orElseThrow());
    }

    private static void take(String[] words, Figures figures) {
      if (words[0].equals("D")) {
        figures.delete(
            new Deletion(
                Arrays.stream(words[1].split("[.]", -1))
                    .map(code -> Optional.of(code).filter(text -> !text.isEmpty()))
                    .toList(),
                Optional.of(words)
                    .filter(parts -> parts.length > 2)
                    .map(parts -> TimePeriod.parse(parts[2])),
                "here"));
        return;
      }
      SeriesFigures series =
          figures.series(SeriesKey.parse(words[0]), words[0], 0, () -> "here").orElseThrow();
      if (words[1].equals("all")) {
        series.cover(new Coverage(Optional.empty(), Optional.empty()));
      } else {
        series.take(
            () -> "here",
            new Observation(
                TimePeriod.parse(words[1]),
                Optional.of(new BigDecimal(words[2])),
                ObservationStatus.A));
      }
    }
  }
}
