package io.deficitwatch.ingestion.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.calendar.ReleaseCalendar;
import io.deficitwatch.ingestion.fetch.ListDueFetches.DueFetch;
import io.deficitwatch.ingestion.holiday.Holidays;
import io.deficitwatch.ingestion.release.InMemoryIngestion;
import io.deficitwatch.ingestion.yaml.YamlCatalogueFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListDueFetchesTest {
  private static final Instant NOW = Instant.parse("2026-09-10T12:00:00Z");

  private final MovingClock clock = new MovingClock(NOW);
  private final InMemoryFetches fetches = new InMemoryFetches();
  private final InMemoryFetchStates states = new InMemoryFetchStates(fetches);
  private final Sources sources = YamlCatalogueFiles.shippedSources();
  private final ListDueFetches listDueFetches =
      new ListDueFetches(
          sources,
          states,
          fetches,
          new Expectations(
              new ReleaseCalendar(YamlCatalogueFiles.shippedCalendars(), Holidays.shipped()),
              new InMemoryIngestion(clock).archive()),
          Samples.POLICY,
          clock);

  @Test
  void anIdleServiceAsksOnceASecondHoweverManySourcesThereAre() {
    assertThat(sources.listSources()).hasSizeGreaterThanOrEqualTo(9);
    sources.listSources().forEach(this::asked);
    listDueFetches.list();
    int before = states.questions();

    for (int second = 1; second <= 5; second++) {
      clock.turnOn(Duration.ofSeconds(1));
      assertThat(listDueFetches.list()).isEmpty();
    }

    assertThat(states.questions() - before).isEqualTo(5);
  }

  @Test
  void reconsidersWhatWasForeseenByAnotherCalendar() {
    sources.listSources().forEach(this::asked);
    listDueFetches.list();
    DataflowRef moved = sources.listSources().getFirst().dataflow();
    states.record(
        FetchState.unknown(moved)
            .after(
                new FetchOutcome.NotModified(),
                NOW.minus(Duration.ofDays(9)),
                false,
                Duration.ZERO),
        NOW.plus(Duration.ofDays(300)));
    assertThat(listDueFetches.list()).isEmpty();

    clock.turnOn(Duration.ofMinutes(10));

    assertThat(listDueFetches.list()).map(due -> due.source().dataflow()).containsExactly(moved);
  }

  @Test
  void aSourceThatRestsIsAskedAtOnceIfSomebodyWishesIt() {
    sources.listSources().forEach(this::asked);
    listDueFetches.list();
    Source wished = sources.listSources().getLast();
    fetches.add(new Fetch("w", wished.dataflow(), NOW, Optional.empty(), Optional.empty()));

    assertThat(listDueFetches.list()).isEqualTo(List.of(new DueFetch(wished, Optional.of("w"))));
  }

  // Just now for the publisher, long enough ago for a wish; the release that is due came.
  private void asked(Source source) {
    FetchState state =
        FetchState.unknown(source.dataflow())
            .after(new FetchOutcome.NotModified(), NOW.minusSeconds(60), false, Duration.ZERO)
            .having(new FetchState.Taken("id", NOW.minusSeconds(60), "f"), Validators.NONE);
    states.record(state, NOW.minusSeconds(1));
  }
}
