package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.Vintage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** The queue in memory. */
public final class InMemoryDueProjections implements DueProjections {
  final List<String> reasons = new ArrayList<>();
  private final List<DueProjection> queue = new ArrayList<>();
  private final Map<Long, Instant> dueAt = new HashMap<>();
  private long ticket;

  @Override
  public void add(Collection<IndicatorRef> indicators, Vintage cause) {
    for (IndicatorRef indicator : indicators) {
      queue.removeIf(waiting -> waiting.indicator().equals(indicator));
      queue.add(new DueProjection(indicator, cause, ticket++, 0));
    }
  }

  @Override
  public int addMadeByOthers(String engine, int most) {
    return 0;
  }

  @Override
  public Optional<DueProjection> next(Instant now) {
    return queue.stream()
        .filter(waiting -> !dueAt.getOrDefault(waiting.ticket(), Instant.MIN).isAfter(now))
        .findFirst();
  }

  @Override
  public Optional<Integer> countBefore(IndicatorRef indicator) {
    return IntStream.range(0, queue.size())
        .boxed()
        .filter(place -> queue.get(place).indicator().equals(indicator))
        .findFirst();
  }

  @Override
  public boolean take(DueProjection due) {
    return queue.remove(due);
  }

  @Override
  public Optional<FailedProjection> findFailed(IndicatorRef indicator) {
    return queue.stream()
        .filter(waiting -> waiting.indicator().equals(indicator) && waiting.failures() > 0)
        .findFirst()
        .map(
            waiting ->
                new FailedProjection(
                    waiting.failures(),
                    reasons.getLast(),
                    Objects.requireNonNull(dueAt.get(waiting.ticket()))));
  }

  @Override
  public void recordFailure(DueProjection due, String reason, Instant retryAt) {
    int place = queue.indexOf(due);
    if (place >= 0) {
      queue.set(
          place, new DueProjection(due.indicator(), due.cause(), due.ticket(), due.failures() + 1));
      dueAt.put(due.ticket(), retryAt);
      reasons.add(reason);
    }
  }
}
