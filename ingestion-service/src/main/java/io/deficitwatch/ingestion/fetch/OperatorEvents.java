package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.event.ReleaseOverdue;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.eventing.Outbox;
import io.deficitwatch.ingestion.calendar.Due;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells operators what they should look at. */
@ApplicationScoped
public class OperatorEvents {
  private final Outbox outbox;

  public OperatorEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * A release is late. The event leaves with the current transaction.
   *
   * @param latest the last one that came
   */
  void late(DataflowRef dataflow, Due due, Instant noticedAt, Optional<Vintage> latest) {
    outbox.append(
        List.of(
            new OutboundEvent(
                "%s/overdue/%s".formatted(dataflow, due.at()),
                EventType.RELEASE_OVERDUE,
                "dataflows/" + dataflow,
                dataflow.toString(),
                noticedAt,
                new ReleaseOverdue(dataflow, due.leading().title(), due.at(), latest))));
  }
}
