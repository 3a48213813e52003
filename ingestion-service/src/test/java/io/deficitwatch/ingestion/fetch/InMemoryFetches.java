package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.contracts.value.DataflowRef;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fetches without a database. */
final class InMemoryFetches implements Fetches {
  private final Map<String, Fetch> fetches = new LinkedHashMap<>();

  @Override
  public boolean add(Fetch fetch) {
    return findOpen(fetch.dataflow()).isEmpty() && fetches.put(fetch.id(), fetch) == null;
  }

  @Override
  public Optional<Fetch> find(String id) {
    return Optional.ofNullable(fetches.get(id));
  }

  @Override
  public Optional<Fetch> findOpen(DataflowRef dataflow) {
    return listOpen().stream().filter(fetch -> fetch.dataflow().equals(dataflow)).findFirst();
  }

  @Override
  public List<Fetch> listOpen() {
    return fetches.values().stream().filter(fetch -> fetch.result().isEmpty()).toList();
  }

  @Override
  public void recordStart(String id, Instant startedAt) {
    fetches.computeIfPresent(id, (_, fetch) -> with(fetch, Optional.of(startedAt), null));
  }

  @Override
  public void recordResult(String id, Fetch.Result result) {
    fetches.computeIfPresent(id, (_, fetch) -> with(fetch, fetch.startedAt(), result));
  }

  @Override
  public int forget(Instant before) {
    int count = fetches.size();
    fetches
        .values()
        .removeIf(
            fetch ->
                fetch.result().filter(result -> result.finishedAt().isBefore(before)).isPresent());
    return count - fetches.size();
  }

  private static Fetch with(
      Fetch fetch, Optional<Instant> startedAt, Fetch.@Nullable Result result) {
    return new Fetch(
        fetch.id(), fetch.dataflow(), fetch.requestedAt(), startedAt, Optional.ofNullable(result));
  }
}
