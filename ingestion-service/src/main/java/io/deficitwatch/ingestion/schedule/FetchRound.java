package io.deficitwatch.ingestion.schedule;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.calendar.Due;
import io.deficitwatch.ingestion.fetch.FetchDataflow;
import io.deficitwatch.ingestion.fetch.FetchOutcome;
import io.deficitwatch.ingestion.fetch.ForgetFetches;
import io.deficitwatch.ingestion.fetch.ListDueFetches;
import io.deficitwatch.ingestion.fetch.ListDueFetches.DueFetch;
import io.deficitwatch.ingestion.fetch.WatchReleases;
import io.deficitwatch.ingestion.fetch.WatchReleases.Watched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Starts what is due, each source in a thread of its own: a publisher that hangs holds up no other.
 */
@ApplicationScoped
class FetchRound {
  private static final Logger LOG = Logger.getLogger(FetchRound.class);
  private static final Duration BETWEEN_WATCHES = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final ListDueFetches listDueFetches;
  private final FetchDataflow fetchDataflow;
  private final WatchReleases watchReleases;
  private final ForgetFetches forgetFetches;
  private final FetchMeters meters;
  private final FetchConfig config;
  private final Clock clock;
  private final Map<DataflowRef, Thread> underWay = new ConcurrentHashMap<>();
  private final Map<DataflowRef, Instant> heldUntil = new ConcurrentHashMap<>();
  private Instant watchDue = Instant.EPOCH;

  FetchRound(
      ListDueFetches listDueFetches,
      FetchDataflow fetchDataflow,
      WatchReleases watchReleases,
      ForgetFetches forgetFetches,
      FetchMeters meters,
      FetchConfig config,
      Clock clock) {
    this.listDueFetches = listDueFetches;
    this.fetchDataflow = fetchDataflow;
    this.watchReleases = watchReleases;
    this.forgetFetches = forgetFetches;
    this.meters = meters;
    this.config = config;
    this.clock = clock;
  }

  void run() {
    Instant now = clock.instant();
    // Looked at before the list is made: one that ends meanwhile would be begun again at once.
    Set<DataflowRef> busy = Set.copyOf(underWay.keySet());
    listDueFetches.list().stream()
        .filter(due -> !busy.contains(due.source().dataflow()))
        .filter(
            due -> !now.isBefore(heldUntil.getOrDefault(due.source().dataflow(), Instant.EPOCH)))
        .forEach(this::start);
    if (!now.isBefore(watchDue)) {
      watchDue = now.plus(BETWEEN_WATCHES);
      watchReleases.watch().forEach(this::show);
      forgetFetches.forget(now.minus(config.retention()));
    }
  }

  private void start(DueFetch due) {
    DataflowRef dataflow = due.source().dataflow();
    Thread thread = Thread.ofVirtual().name("fetch-" + dataflow).unstarted(() -> fetch(due));
    underWay.put(dataflow, thread);
    thread.start();
  }

  private void fetch(DueFetch due) {
    DataflowRef dataflow = due.source().dataflow();
    try {
      FetchOutcome outcome = meters.time(dataflow, () -> fetchDataflow.fetch(due));
      LOG.logf(
          level(outcome.kind()),
          "fetched dataflow=%s outcome=%s fetchId=%s detail=%s",
          dataflow,
          outcome.kind().label(),
          due.requestId().orElse("-"),
          outcome.detail());
    } catch (RuntimeException | Error e) {
      meters.failed(dataflow);
      // It may not be in the state: without this the publisher would be asked again at once.
      heldUntil.put(dataflow, clock.instant().plus(config.failure().initial()));
      LOG.errorf(e, "fetch failed unexpectedly dataflow=%s", dataflow);
    } finally {
      underWay.remove(dataflow);
    }
  }

  private static Logger.Level level(FetchOutcome.Kind kind) {
    return switch (kind) {
      case NEW_RELEASE, UNCHANGED, NOT_MODIFIED, BUSY -> Logger.Level.INFO;
      case PUBLISHER_ERROR, UNREACHABLE, REFUSED, FAILED -> Logger.Level.WARN;
    };
  }

  private void show(Watched watched) {
    meters.late(watched.dataflow(), watched.late().isPresent());
    if (watched.isNews()) {
      Due due = watched.late().orElseThrow();
      LOG.warnf(
          "release late dataflow=%s dueAt=%s release=%s",
          watched.dataflow(), due.at(), due.leading().subject());
    }
  }

  /**
   * Waits a while for what is under way. What takes longer leaves nothing behind: a wish stays
   * open, and whoever fetches next begins it again.
   */
  void await() {
    Instant end = Instant.now().plus(PATIENCE);
    for (Thread thread : underWay.values()) {
      try {
        Duration left = Duration.between(Instant.now(), end);
        if (left.isPositive()) {
          thread.join(left);
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
