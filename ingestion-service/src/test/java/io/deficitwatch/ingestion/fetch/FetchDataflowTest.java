package io.deficitwatch.ingestion.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.event.ReleaseOverdue;
import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.ingestion.calendar.ReleaseCalendar;
import io.deficitwatch.ingestion.fetch.FetchOutcome.NewRelease;
import io.deficitwatch.ingestion.fetch.Fetched.Complete;
import io.deficitwatch.ingestion.fetch.Fetched.Edition;
import io.deficitwatch.ingestion.fetch.ListDueFetches.DueFetch;
import io.deficitwatch.ingestion.holiday.Holidays;
import io.deficitwatch.ingestion.release.ArchivedRelease;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.InMemoryIngestion;
import io.deficitwatch.ingestion.release.RecordingOutbox;
import io.deficitwatch.ingestion.release.ScratchFull;
import io.deficitwatch.ingestion.sample.Replies;
import io.deficitwatch.ingestion.yaml.YamlCatalogueFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FetchDataflowTest {
  /** The sixth business day of September 2026, 08:50 in Tokyo. */
  private static final Instant DUE = Instant.parse("2026-09-07T23:50:00Z");

  private final MovingClock clock = new MovingClock(DUE.plusSeconds(5));
  private final InMemoryIngestion ingestion = new InMemoryIngestion(clock);
  private final InMemoryFetches fetches = new InMemoryFetches();
  private final InMemoryFetchStates states = new InMemoryFetchStates(fetches);
  private final Source source =
      YamlCatalogueFiles.shippedSources().findSource(Samples.BALANCE_OF_PAYMENTS).orElseThrow();
  private final Sources sources = () -> List.of(source);
  private final ReleaseCalendar calendar =
      new ReleaseCalendar(YamlCatalogueFiles.shippedCalendars(), Holidays.shipped());
  private final Expectations expectations = new Expectations(calendar, ingestion.archive());
  private final List<Validators> asked = new ArrayList<>();
  private final List<OutboundEvent> events = new ArrayList<>();
  private Fetched next = new FetchOutcome.NotModified();
  private Optional<Throwable> broken = Optional.empty();
  private int waitsForMemory;

  private final FetchDataflow fetchDataflow =
      new FetchDataflow(
          (_, known) -> {
            asked.add(known);
            broken.ifPresent(FetchDataflowTest::raise);
            return next;
          },
          _ -> waitsForMemory-- > 0 ? Optional.empty() : Optional.of(() -> {}),
          ingestion.ingestRelease(),
          YamlCatalogueFiles.shipped(),
          calendar,
          new RecordFetch(states, fetches, expectations, ingestion.archive(), Samples.POLICY),
          clock);
  private final ListDueFetches listDueFetches =
      new ListDueFetches(sources, states, fetches, expectations, Samples.POLICY, clock);
  private final WatchReleases watchReleases =
      new WatchReleases(
          sources,
          states,
          expectations,
          new OperatorEvents(new RecordingOutbox(events)),
          Samples.POLICY,
          clock);
  private final RequestFetch requestFetch =
      new RequestFetch(YamlCatalogueFiles.shipped(), sources, fetches, Samples.POLICY, clock);

  @Test
  void takesWhatIsNewWithTheDayAndTheStepThatItIs() {
    next = reply(Replies.twoSeries(), "2026-09-08", "f1");

    FetchOutcome outcome = fetch();

    NewRelease taken = (NewRelease) outcome;
    assertThat(taken.releasedAt()).isEqualTo(DUE);
    ArchivedRelease release = ingestion.archive().find(taken.releaseId()).orElseThrow();
    assertThat(release.stage()).isEqualTo(Stage.FIRST_PRELIMINARY);
    assertThat(state().taken().orElseThrow().fingerprint()).isEqualTo("f1");
    assertThat(state().last().orElseThrow().outcome()).isEqualTo(FetchOutcome.Kind.NEW_RELEASE);
    assertThat(states.nextAt(Samples.BALANCE_OF_PAYMENTS).orElseThrow())
        .isAfter(DUE.plus(Duration.ofHours(21)));
  }

  @Test
  void theSameFiguresAreNothingNewThoughTheReplyHasOtherBytes() {
    next = reply(Replies.twoSeries(), "2026-09-08", "f1");
    NewRelease first = (NewRelease) fetch();
    next = reply(Replies.twoSeries() + " ", "2026-09-08", "f1");

    assertThat(fetch()).isEqualTo(new FetchOutcome.Unchanged(first.releaseId()));
    assertThat(ingestion.events()).hasSize(1);
  }

  @Test
  void theSameBytesThatSomebodyHandedInAreNothingNew() {
    next = reply(Replies.twoSeries(), "2026-09-08", "f1");
    NewRelease first = (NewRelease) fetch();
    states.record(FetchState.unknown(Samples.BALANCE_OF_PAYMENTS), DUE);

    assertThat(fetch()).isEqualTo(new FetchOutcome.Unchanged(first.releaseId()));
    assertThat(state().taken().orElseThrow().releasedAt()).isEqualTo(DUE);
  }

  @Test
  void changedFiguresAreTakenThoughTheDayIsTheSame() {
    next = reply(Replies.twoSeries(), "2026-09-08", "f1");
    fetch();
    next = reply(Replies.twoSeries().replace("-2000.5", "-2000.6"), "2026-09-08", "f2");

    assertThat(fetch()).isInstanceOf(NewRelease.class);
  }

  @Test
  void showsThePublisherWhatWeHaveButNotWhatWasRefused() {
    next = reply(Replies.twoSeries(), "2026-09-08", "f1");
    fetch();
    next = reply(Replies.twoSeries().replace("202607", "202613"), "2026-09-08", "f2");
    FetchOutcome refused = fetch();
    fetch();

    assertThat(((FetchOutcome.Refused) refused).count()).isEqualTo(2);
    assertThat(asked)
        .containsExactly(
            Validators.NONE,
            new Validators(Optional.of("f1"), Optional.empty()),
            new Validators(Optional.of("f1"), Optional.empty()));
    assertThat(state().run().failures()).isEqualTo(2);
  }

  @Test
  void aFileWithoutADayOfItsOwnIsOfTheMomentThatItsServerSays() {
    Instant modifiedAt = DUE.minusSeconds(60);
    next =
        new Complete(
            content(Replies.twoSeries()),
            new Edition("f1", Optional.empty(), Optional.of(modifiedAt)),
            Validators.NONE);

    assertThat(((NewRelease) fetch()).releasedAt()).isEqualTo(modifiedAt);
  }

  @Test
  void fetchesWhatIsDueAndThenNotUntilTheNextLook() {
    assertThat(listDueFetches.list()).hasSize(1);
    next = reply(Replies.twoSeries(), "2026-09-08", "f1");
    fetch();
    clock.turnOn(Duration.ofHours(20));

    assertThat(listDueFetches.list()).isEmpty();
    clock.turnOn(Duration.ofHours(7));
    assertThat(listDueFetches.list()).hasSize(1);
  }

  @Test
  void pollsUntilTheReleaseIsIn() {
    fetch();
    clock.turnOn(Duration.ofSeconds(20));
    assertThat(listDueFetches.list()).isEmpty();
    clock.turnOn(Duration.ofSeconds(20));
    assertThat(listDueFetches.list()).hasSize(1);
    assertThat(state().run().fruitless()).isEqualTo(1);
  }

  @Test
  void doesNotPollForWhatSomebodyHandedIn() {
    next = reply(Replies.twoSeries(), "2026-09-08", "f1");
    fetch();
    states.record(
        FetchState.unknown(Samples.BALANCE_OF_PAYMENTS)
            .after(new FetchOutcome.NotModified(), DUE.plusSeconds(60), true, Duration.ofHours(1)),
        DUE);
    clock.turnTo(DUE.plusSeconds(600));

    assertThat(listDueFetches.list()).isEmpty();
  }

  @Test
  void tellsOperatorsOnceThatAReleaseIsLate() {
    clock.turnTo(DUE.plus(Duration.ofHours(1)));
    fetch();
    clock.turnTo(DUE.plus(Duration.ofHours(2)).plusSeconds(1));
    assertThat(watchReleases.watch().getFirst().late()).isEmpty();

    fetch();
    assertThat(watchReleases.watch().getFirst().isNews()).isTrue();
    assertThat(watchReleases.watch().getFirst().isNews()).isFalse();
    assertThat(watchReleases.watch().getFirst().late().orElseThrow().at()).isEqualTo(DUE);

    assertThat(events).hasSize(1);
    OutboundEvent event = events.getFirst();
    assertThat(event.id()).isEqualTo("BOJ:BP01/overdue/2026-09-07T23:50:00Z");
    assertThat(event.type()).isEqualTo(EventType.RELEASE_OVERDUE);
    assertThat(event.key()).isEqualTo("BOJ:BP01");
    ReleaseOverdue overdue = (ReleaseOverdue) event.payload();
    assertThat(overdue.dueAt()).isEqualTo(DUE);
    assertThat(overdue.title().en())
        .isEqualTo("Balance of payments of Japan, preliminary: July 2026");
    assertThat(overdue.latest()).isEmpty();
  }

  @Test
  void aReleaseThatCameIsNotLateAnyMore() {
    clock.turnTo(DUE.plus(Duration.ofHours(3)));
    fetch();
    watchReleases.watch();
    next = reply(Replies.twoSeries(), "2026-09-08", "f1");
    fetch();

    assertThat(watchReleases.watch().getFirst().late()).isEmpty();
  }

  @Test
  void aWishIsFulfilledAndTellsWhatCameOfIt() {
    next = reply(Replies.twoSeries(), "2026-09-08", "f1");
    fetch();
    clock.turnOn(Duration.ofMinutes(5));
    assertThat(listDueFetches.list()).isEmpty();

    Fetch wish = requested();
    assertThat(wish.progress()).isEqualTo(Fetch.Progress.REQUESTED);
    assertThat(requested()).isEqualTo(wish);
    fetchDataflow.fetch(listDueFetches.list().getFirst());

    Fetch done = fetches.find(wish.id()).orElseThrow();
    assertThat(done.progress()).isEqualTo(Fetch.Progress.DONE);
    assertThat(done.result().orElseThrow().outcome()).isEqualTo(FetchOutcome.Kind.UNCHANGED);
    assertThat(done.result().orElseThrow().releaseId()).isPresent();
    assertThat(requested().id()).isNotEqualTo(wish.id());
  }

  @Test
  void aWishThatWasBegunAndNotEndedIsBegunAgain() {
    Fetch wish = requested();
    fetches.recordStart(wish.id(), clock.instant());

    assertThat(listDueFetches.list()).containsExactly(new DueFetch(source, Optional.of(wish.id())));
  }

  @Test
  void aFetchThatBreaksIsOverAndTheNextOneWaits() {
    broken = Optional.of(new OutOfMemoryError("Java heap space"));
    Fetch wish = requested();
    DueFetch due = listDueFetches.list().getFirst();

    assertThatThrownBy(() -> fetchDataflow.fetch(due)).isSameAs(broken.get());

    Fetch.Result result = fetches.find(wish.id()).orElseThrow().result().orElseThrow();
    assertThat(result.outcome()).isEqualTo(FetchOutcome.Kind.FAILED);
    assertThat(result.detail()).isEqualTo("it could not be carried out: OutOfMemoryError");
    assertThat(state().run().failures()).isEqualTo(1);
    assertThat(listDueFetches.list()).isEmpty();
    clock.turnOn(Duration.ofMinutes(2));
    assertThat(listDueFetches.list()).hasSize(1);
  }

  @Test
  void waitsForMemoryWithoutAskingThePublisherAgain() {
    waitsForMemory = 14;
    next = reply(Replies.twoSeries(), "2026-09-08", "f1");

    assertThat(fetch()).isInstanceOf(NewRelease.class);
    assertThat(asked).hasSize(1);
  }

  @Test
  void memoryThatIsNeverFreeIsNoFailureAndTheWishStaysOpen() {
    broken = Optional.of(new IllegalStateException("a failure that counts"));
    assertThatThrownBy(this::fetch).isSameAs(broken.get());
    broken = Optional.empty();
    waitsForMemory = 15;
    next = reply(Replies.twoSeries(), "2026-09-08", "f1");
    clock.turnOn(Duration.ofMinutes(2));
    Fetch wish = requested();

    assertThat(fetchDataflow.fetch(listDueFetches.list().getFirst()))
        .isEqualTo(new FetchOutcome.Busy());

    assertThat(state().run().failures()).isEqualTo(1);
    assertThat(fetches.find(wish.id()).orElseThrow().result()).isEmpty();
    assertThat(listDueFetches.list()).isEmpty();
    clock.turnOn(Duration.ofMinutes(2));
    assertThat(fetchDataflow.fetch(listDueFetches.list().getFirst()))
        .isInstanceOf(NewRelease.class);
    assertThat(fetches.find(wish.id()).orElseThrow().result()).isPresent();
    assertThat(state().run().failures()).isZero();
  }

  @Test
  void aDiskWithoutRoomIsNoFailureEither() {
    broken = Optional.of(new ScratchFull(1));

    assertThat(fetch()).isEqualTo(new FetchOutcome.Busy());

    assertThat(state().run()).isEqualTo(new FetchState.Run(0, 0));
    clock.turnOn(Duration.ofSeconds(119));
    assertThat(listDueFetches.list()).isEmpty();
    clock.turnOn(Duration.ofSeconds(1));
    assertThat(listDueFetches.list()).hasSize(1);
  }

  @Test
  void contentIsDiscardedWhateverBecomesOfIt() {
    AtomicInteger discarded = new AtomicInteger();
    next =
        new Complete(
            content("{}"),
            new Edition("f1", Optional.empty(), Optional.empty()),
            Validators.NONE,
            discarded::incrementAndGet);

    assertThat(fetch()).isInstanceOf(FetchOutcome.Refused.class);

    assertThat(discarded).hasValue(1);
  }

  @Test
  void aWishWaitsAsLongAsThePublisherAsks() {
    next = new FetchOutcome.PublisherError("HTTP 503", "busy", Optional.of(Duration.ofMinutes(30)));
    fetch();
    requested();
    clock.turnOn(Duration.ofMinutes(29));
    assertThat(listDueFetches.list()).isEmpty();
    clock.turnOn(Duration.ofMinutes(1));
    assertThat(listDueFetches.list()).hasSize(1);
  }

  private static void raise(Throwable failure) {
    switch (failure) {
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      default -> throw new AssertionError(failure);
    }
  }

  private Fetch requested() {
    return ((RequestFetch.Outcome.Accepted) requestFetch.request(Samples.BALANCE_OF_PAYMENTS))
        .fetch();
  }

  private FetchOutcome fetch() {
    return fetchDataflow.fetch(new DueFetch(source, Optional.empty()));
  }

  private FetchState state() {
    return states.find(Samples.BALANCE_OF_PAYMENTS).orElseThrow();
  }

  private static Complete reply(String body, String updatedOn, String fingerprint) {
    return new Complete(
        content(body),
        new Edition(fingerprint, Optional.of(LocalDate.parse(updatedOn)), Optional.empty()),
        new Validators(Optional.of(fingerprint), Optional.empty()));
  }

  private static Content content(String body) {
    return Content.of(body.getBytes(UTF_8), Optional.of("application/json"), UTF_8);
  }
}
