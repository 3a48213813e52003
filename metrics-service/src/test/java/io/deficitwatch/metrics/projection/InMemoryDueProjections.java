package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.Vintage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The queue in memory. */
final class InMemoryDueProjections implements DueProjections {
  private final List<DueProjection> queue = new ArrayList<>();
  private long ticket;

  @Override
  public void add(Collection<IndicatorRef> indicators, Vintage cause) {
    for (IndicatorRef indicator : indicators) {
      queue.removeIf(waiting -> waiting.indicator().equals(indicator));
      queue.add(new DueProjection(indicator, cause, ticket++));
    }
  }

  @Override
  public Optional<DueProjection> next() {
    return queue.stream().findFirst();
  }

  @Override
  public boolean take(DueProjection due) {
    return queue.remove(due);
  }
}
