package io.deficitwatch.eventing.intake;

import io.deficitwatch.eventing.EventIntake;
import io.deficitwatch.eventing.InboundEvent;
import io.deficitwatch.eventing.UnprocessableEventException;
import io.deficitwatch.eventing.deadletter.DeadLetterReason;
import io.deficitwatch.eventing.deadletter.DeadLetterTopic;
import io.deficitwatch.eventing.kafka.Backoff;
import io.deficitwatch.eventing.kafka.Stopping;
import io.deficitwatch.eventing.trace.TraceContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Takes each event once: its note and its effects share a transaction. */
@ApplicationScoped
class TransactionalEventIntake implements EventIntake {
  private static final Logger LOG = Logger.getLogger(TransactionalEventIntake.class);

  private final ProcessedEventLog log;
  private final DeadLetterTopic deadLetters;
  private final TraceContext trace;
  private final Stopping stopping;
  private final IntakeMeters meters;
  private final IntakeConfig config;

  TransactionalEventIntake(
      ProcessedEventLog log,
      DeadLetterTopic deadLetters,
      TraceContext trace,
      Stopping stopping,
      IntakeMeters meters,
      IntakeConfig config) {
    this.log = log;
    this.deadLetters = deadLetters;
    this.trace = trace;
    this.stopping = stopping;
    this.meters = meters;
    this.config = config;
  }

  @Override
  public <T extends Record> void receive(
      ConsumerRecord<String, byte[]> record, Class<T> payload, Consumer<InboundEvent<T>> handler) {
    switch (EventDecoder.decode(record, payload)) {
      case Decoded.Tombstone<T>() -> meters.passedOver();
      case Decoded.Unreadable<T>(var reason, var detail) -> setAside(record, reason, detail);
      case Decoded.Readable<T>(var event, var step) ->
          trace.within(step, () -> take(record, event, handler));
    }
  }

  private <T extends Record> void take(
      ConsumerRecord<String, byte[]> record,
      InboundEvent<T> event,
      Consumer<InboundEvent<T>> handler) {
    var backoff = new Backoff(config.initialDelay(), config.maxDelay());
    int failures = 0;
    while (true) {
      try {
        process(event, handler);
        return;
      } catch (UnprocessableEventException e) {
        setAside(record, DeadLetterReason.UNPROCESSABLE, String.valueOf(e.getMessage()));
        return;
      } catch (Exception | StackOverflowError e) {
        boolean passes = Failures.passes(e);
        if (!passes && ++failures >= config.attempts()) {
          LOG.errorf(e, "event failed for good: eventId=%s attempt=%d", event.id(), failures);
          // The message of an unknown exception may quote data: the class must do.
          setAside(record, DeadLetterReason.HANDLER_FAILED, e.getClass().getName());
          return;
        }
        meters.retried(passes);
        LOG.warnf(
            "event to be tried again: eventId=%s infrastructure=%s cause=%s",
            event.id(), passes, e.getClass().getName());
        if (!stopping.pause(backoff.delay())) {
          throw new IntakeStoppedException(event.id());
        }
      }
    }
  }

  private <T extends Record> void process(InboundEvent<T> event, Consumer<InboundEvent<T>> handler)
      throws Exception {
    boolean first =
        QuarkusTransaction.requiringNew()
            .timeout(Math.toIntExact(config.transactionTimeout().toSeconds()))
            .call(
                () -> {
                  boolean noted = log.record(event.source(), event.id());
                  if (noted) {
                    handler.accept(event);
                  }
                  return noted;
                });
    meters.taken(first);
  }

  private void setAside(
      ConsumerRecord<String, byte[]> record, DeadLetterReason reason, String detail) {
    LOG.warnf(
        "dead letter: reason=%s topic=%s partition=%d offset=%d",
        reason.label(), record.topic(), record.partition(), record.offset());
    if (!deadLetters.add(record, reason, detail)) {
      throw new IntakeStoppedException(record.topic() + "@" + record.offset());
    }
    meters.deadLettered(reason);
  }
}
