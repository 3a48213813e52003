package io.deficitwatch.ingestion.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.ingestion.format.AcceptedFormats;
import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.release.IngestOutcome.Accepted;
import io.deficitwatch.ingestion.release.IngestOutcome.Contradicting;
import io.deficitwatch.ingestion.release.IngestOutcome.Refused;
import io.deficitwatch.ingestion.release.IngestOutcome.Repeated;
import io.deficitwatch.ingestion.sample.Replies;
import io.deficitwatch.ingestion.yaml.YamlCatalogueFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IngestReleaseTest {
  private static final Instant NOW = Instant.parse("2026-09-08T00:03:12.481123456Z");
  private static final byte[] REPLY = Replies.twoSeries().getBytes(UTF_8);

  private final InMemoryArchive archive = new InMemoryArchive();
  private final List<OutboundEvent> events = new ArrayList<>();
  private final IngestRelease ingestRelease =
      new IngestRelease(
          YamlCatalogueFiles.shipped(),
          new AcceptedFormats(),
          new ReadArchive(archive),
          new ResolveDeletions(archive),
          new AssessRelease(archive),
          new AcceptRelease(
              archive,
              new StoreRelease(archive, new RecordingOutbox(events)),
              PlainReleases.renewal(YamlCatalogueFiles.shipped(), archive, events)),
          () -> true,
          () -> Path.of(System.getProperty("java.io.tmpdir")),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void archivesAndAnnounces() {
    IngestOutcome outcome = ingestRelease.ingest(reply(Optional.empty()));

    ArchivedRelease release = ((Accepted) outcome).release();
    assertThat(archive.find(release.id())).contains(release);
    assertThat(archive.findChunk(release.id(), 0).orElseThrow()).isEqualTo(REPLY);
    assertThat(release.extent()).isEqualTo(new ArchivedRelease.Extent(2, 4));
    assertThat(release.archive().receivedAt())
        .isEqualTo(Instant.parse("2026-09-08T00:03:12.481123Z"));
    OutboundEvent event = events.getFirst();
    assertThat(events).hasSize(1);
    assertThat(event.id()).isEqualTo(release.id() + "/JP/1");
    assertThat(event.key()).isEqualTo("JP");
    assertThat(event.subject()).isEqualTo("releases/" + release.id());
    assertThat(event.time()).isEqualTo(release.archive().receivedAt());
    ReleasePublished published = (ReleasePublished) event.payload();
    assertThat(published.vintage()).isEqualTo(release.vintage());
    assertThat(published.archive().content())
        .isEqualTo("/v1/releases/" + release.id() + "/content");
    assertThat(published.archive().sha256()).hasSize(64);
  }

  @Test
  void theIdIsMadeOfDataflowAndBytes() {
    Submission one = reply(Optional.empty());
    Submission other =
        new Submission(
            DataflowRef.parse("BOJ:BP02"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            one.content());

    assertThat(ReleaseId.of(one))
        .isEqualTo(ReleaseId.of(reply(Optional.of(Stage.ANNUAL_REVISION))))
        .isNotEqualTo(ReleaseId.of(other))
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  }

  @Test
  void theSameBytesAgainAreTheSameRelease() {
    IngestOutcome first = ingestRelease.ingest(reply(Optional.of(Stage.FIRST_PRELIMINARY)));
    IngestOutcome again = ingestRelease.ingest(reply(Optional.empty()));

    assertThat(again).isEqualTo(new Repeated(((Accepted) first).release()));
    assertThat(events).hasSize(1);
  }

  @Test
  void saysPlainlyThatTheSameBytesWereTakenWithOtherParticulars() {
    ingestRelease.ingest(reply(Optional.of(Stage.FIRST_PRELIMINARY)));
    IngestOutcome again = ingestRelease.ingest(reply(Optional.of(Stage.ANNUAL_REVISION)));

    assertThat(((Contradicting) again).differences())
        .containsExactly(
            new Finding(
                "status", "the same bytes were taken with FIRST_PRELIMINARY, not ANNUAL_REVISION"));
    assertThat(events).hasSize(1);
  }

  @Test
  void whoComesSecondInARaceFindsTheFirst() {
    List<IngestOutcome> first = new ArrayList<>();
    archive.beforeAdding(() -> first.add(ingestRelease.ingest(reply(Optional.empty()))));

    IngestOutcome second = ingestRelease.ingest(reply(Optional.empty()));

    assertThat(first.getFirst()).isInstanceOf(Accepted.class);
    assertThat(second).isEqualTo(new Repeated(((Accepted) first.getFirst()).release()));
    assertThat(events).hasSize(1);
  }

  @Test
  void refusesWhatTheCatalogueDoesNotKnow() {
    Submission submission =
        new Submission(
            DataflowRef.parse("BOJ:BP99"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            content(REPLY, "application/json"));

    Refused refused = (Refused) ingestRelease.ingest(submission);

    assertThat(refused.reason()).isEqualTo(RefusalReason.UNKNOWN_DATAFLOW);
    assertThat(refused.findings()).map(Finding::place).containsExactly("dataflow");
    assertThat(refused.findings().getFirst().detail())
        .startsWith("BOJ:BP99 is not in the catalogue; known are BOJ:BP01, MOF:DIGITAL_BALANCE");
  }

  @Test
  void refusesAFormatThatNobodyCanRead() {
    Submission submission =
        new Submission(
            DataflowRef.parse("BOJ:BP01"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            content("<xml/>".getBytes(UTF_8), "text/plain"));

    Refused refused = (Refused) ingestRelease.ingest(submission);

    assertThat(refused.reason()).isEqualTo(RefusalReason.UNSUPPORTED_FORMAT);
    assertThat(refused.findings().getFirst().detail())
        .contains("boj-api-json, boj-api-csv, boj-bulk-csv");
  }

  @Test
  void refusesAReleaseThatIsYetToCome() {
    Submission submission =
        new Submission(
            DataflowRef.parse("BOJ:BP01"),
            Optional.empty(),
            Optional.of(NOW.plusSeconds(2 * 86_400)),
            Optional.empty(),
            Optional.empty(),
            content(REPLY, "application/json"));

    Refused refused = (Refused) ingestRelease.ingest(submission);

    assertThat(refused.findings()).map(Finding::place).containsExactly("releasedAt");
  }

  @Test
  void refusesAFigureOfAMonthThatBeginsAfterTheMomentThatTheContentStates() {
    byte[] ahead =
        Replies.twoSeries()
            .replace("LAST_UPDATE\":20260908", "LAST_UPDATE\":20260630")
            .getBytes(UTF_8);
    Submission submission =
        new Submission(
            DataflowRef.parse("BOJ:BP01"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            content(ahead, "application/json"));

    Refused refused = (Refused) ingestRelease.ingest(submission);

    assertThat(refused.findings())
        .as("the other series has no figure of July")
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.place()).startsWith("/RESULTSET/0/VALUES/");
              assertThat(fault.detail()).contains("2026-07 begins after 2026-06-30");
            });
    assertThat(events).isEmpty();
  }

  @Test
  void storesNothingOfAFaultyRelease() {
    byte[] faulty = Replies.twoSeries().replace("202607", "202613").getBytes(UTF_8);
    Submission submission =
        new Submission(
            DataflowRef.parse("BOJ:BP01"),
            Optional.of(FormatName.BOJ_API_JSON),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            content(faulty, "application/json"));

    Refused refused = (Refused) ingestRelease.ingest(submission);

    assertThat(refused.reason()).isEqualTo(RefusalReason.FAULTY_RELEASE);
    assertThat(refused.count()).isEqualTo(2);
    assertThat(archive.find(ReleaseId.of(submission))).isEmpty();
    assertThat(events).isEmpty();
  }

  private static Submission reply(Optional<Stage> stage) {
    return new Submission(
        DataflowRef.parse("BOJ:BP01"),
        Optional.empty(),
        Optional.empty(),
        stage,
        Optional.empty(),
        content(REPLY, "application/json"));
  }

  private static Content content(byte[] bytes, String mediaType) {
    return Content.of(bytes, Optional.of(mediaType), UTF_8);
  }
}
