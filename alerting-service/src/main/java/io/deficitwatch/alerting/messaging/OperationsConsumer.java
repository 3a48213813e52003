package io.deficitwatch.alerting.messaging;

import io.deficitwatch.alerting.alert.EvaluateRules;
import io.deficitwatch.alerting.delivery.DueSignal;
import io.deficitwatch.alerting.rule.OutlookStore;
import io.deficitwatch.alerting.rule.ReleaseNotice;
import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.event.ReleaseOverdue;
import io.deficitwatch.contracts.event.ReleaseReviewed;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.eventing.EventIntake;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What operators are told of releases: that one is late, held back, or decided on. */
@ApplicationScoped
class OperationsConsumer {
  private static final Set<String> REVIEWS =
      Stream.of(EventType.RELEASE_HELD, EventType.RELEASE_APPROVED, EventType.RELEASE_REJECTED)
          .map(EventType::type)
          .collect(Collectors.toUnmodifiableSet());

  private final EventIntake intake;
  private final OutlookStore outlooks;
  private final EvaluateRules evaluateRules;
  private final EvaluationOutcome outcome;
  private final DueSignal dueSignal;

  OperationsConsumer(
      EventIntake intake,
      OutlookStore outlooks,
      EvaluateRules evaluateRules,
      EvaluationOutcome outcome,
      DueSignal dueSignal) {
    this.intake = intake;
    this.outlooks = outlooks;
    this.evaluateRules = evaluateRules;
    this.outcome = outcome;
    this.dueSignal = dueSignal;
  }

  @Incoming("operations")
  @Blocking
  void receive(ConsumerRecord<String, byte[]> record) {
    var enqueued = new AtomicBoolean();
    String type = type(record);
    if (type.equals(EventType.RELEASE_OVERDUE.type())) {
      intake.receive(record, ReleaseOverdue.class, event -> enqueued.set(apply(event.payload())));
    } else if (REVIEWS.contains(type)) {
      intake.receive(record, ReleaseReviewed.class, event -> enqueued.set(apply(event.payload())));
    }
    if (enqueued.get()) {
      dueSignal.give();
    }
  }

  /** What else operators are told is not about releases, and passed over. */
  private static String type(ConsumerRecord<String, byte[]> record) {
    Header type = record.headers().lastHeader("ce_type");
    return type == null || type.value() == null
        ? ""
        : new String(type.value(), StandardCharsets.UTF_8);
  }

  private boolean apply(ReleaseOverdue overdue) {
    String id = overdue.dataflow() + "@" + overdue.dueAt();
    return apply(ReleaseNotice.Kind.OVERDUE, id, overdue.dataflow(), overdue.dueAt());
  }

  private boolean apply(ReleaseReviewed reviewed) {
    ReleaseNotice.Kind kind =
        reviewed.decision() == ReleaseReviewed.Decision.HELD
            ? ReleaseNotice.Kind.HELD
            : ReleaseNotice.Kind.DECIDED;
    return apply(
        kind, reviewed.vintage().releaseId(), reviewed.vintage().dataflow(), reviewed.decidedAt());
  }

  private boolean apply(ReleaseNotice.Kind kind, String id, DataflowRef dataflow, Instant at) {
    outlooks.record(kind, id, dataflow, at);
    return outcome.apply(
        evaluateRules.evaluate(outlooks.listWatchedOf(dataflow), Optional.empty()));
  }
}
