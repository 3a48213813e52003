package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.delivery.DeliveryAttempt;
import io.deficitwatch.alerting.delivery.DeliveryReader;
import io.deficitwatch.alerting.delivery.DeliveryState;
import io.deficitwatch.alerting.delivery.FailureReason;
import io.deficitwatch.alerting.subscription.EndpointId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PanacheDeliveryReader implements DeliveryReader, PanacheRepositoryBase<DeliveryEntity, Long> {
  private static final String ATTEMPTS =
      """
      select attempt, started_at, took_millis, failure, status, excerpt
      from delivery_attempt where delivery_number = ?1 order by started_at, attempt
      """;

  @Override
  @Transactional
  public List<Delivery> list(DeliveryQuery query) {
    var filter = new Filter();
    query.subscriberId().ifPresent(id -> filter.and("subscriberId", "=", id));
    query.endpointId().ifPresent(id -> filter.and("endpoint.id", "=", id));
    query.state().ifPresent(state -> filter.and("state", "=", state.name()));
    query.before().ifPresent(number -> filter.and("number", "<", number));
    return find(filter.where("number"), filter.parameters())
        .page(Page.ofSize(query.most()))
        .stream()
        .map(PanacheDeliveryReader::delivery)
        .toList();
  }

  @Override
  @Transactional
  public Optional<Delivery> find(long number, Optional<String> subscriberId) {
    return findByIdOptional(number)
        .filter(row -> subscriberId.map(row.subscriberId::equals).orElse(true))
        .map(PanacheDeliveryReader::delivery);
  }

  @Override
  @Transactional
  public List<Attempt> listAttempts(long number) {
    List<?> rows =
        getEntityManager()
            .createNativeQuery(ATTEMPTS, Tuple.class)
            .setParameter(1, number)
            .getResultList();
    return rows.stream().map(row -> attempt((Tuple) row)).toList();
  }

  private static Delivery delivery(DeliveryEntity row) {
    return new Delivery(
        row.number,
        row.message.id,
        row.message.type,
        new EndpointId(row.subscriberId, row.endpoint.id),
        new Progress(
            DeliveryState.valueOf(row.state),
            row.attempts,
            row.createdAt,
            Optional.ofNullable(row.dueAt),
            Optional.ofNullable(row.endedAt)));
  }

  private static Attempt attempt(Tuple row) {
    return new Attempt(
        row.get("attempt", Integer.class),
        row.get("started_at", Instant.class),
        Duration.ofMillis(row.get("took_millis", Long.class)),
        Optional.ofNullable(row.get("failure", String.class)).map(FailureReason::valueOf),
        Optional.ofNullable(row.get("status", Integer.class))
            .map(
                status ->
                    new DeliveryAttempt.Answer(
                        status, Optional.ofNullable(row.get("excerpt", String.class)).orElse(""))));
  }
}
