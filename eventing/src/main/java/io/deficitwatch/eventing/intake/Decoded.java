package io.deficitwatch.eventing.intake;

import io.deficitwatch.eventing.InboundEvent;
import io.deficitwatch.eventing.deadletter.DeadLetterReason;
import io.deficitwatch.eventing.trace.Traceparent;

/** What a record turned out to be. */
sealed interface Decoded<T extends Record> {
  record Readable<T extends Record>(InboundEvent<T> event, Traceparent trace)
      implements Decoded<T> {}

  /** Clears the key of a compacted topic; the event before it has said why. */
  record Tombstone<T extends Record>() implements Decoded<T> {}

  record Unreadable<T extends Record>(DeadLetterReason reason, String detail)
      implements Decoded<T> {}
}
