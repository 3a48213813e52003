package io.deficitwatch.ingestion.release;

import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.eventing.OutboundMessage;
import io.deficitwatch.eventing.Outbox;
import java.util.List;

/** An outbox that keeps events in a list. */
public record RecordingOutbox(List<OutboundEvent> events) implements Outbox {
  @Override
  public void append(List<? extends OutboundMessage> messages) {
    messages.forEach(message -> events.add(message.event()));
  }
}
