package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.delivery.AttemptTrace;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class PanacheDeliveryReader implements DeliveryReader, PanacheRepositoryBase<DeliveryEntity, Long> {
  private static final String ATTEMPTS =
      """
      select a.attempt, a.started_at, a.took_millis, a.failure, a.status, a.excerpt,
             a.address, a.request_headers, a.dns_micros, a.connect_micros, a.tls_micros,
             a.first_byte_micros
      from delivery d join delivery_attempt a on a.delivery_number = d.number
      where d.number = ?1 order by a.started_at, a.attempt
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
                        status, Optional.ofNullable(row.get("excerpt", String.class)).orElse(""))),
        new AttemptTrace(
            Optional.ofNullable(row.get("request_headers", String.class))
                .map(EventJson::readTexts)
                .orElse(Map.of()),
            Optional.ofNullable(row.get("address", String.class)),
            new AttemptTrace.Timings(
                time(row, "dns_micros"),
                time(row, "connect_micros"),
                time(row, "tls_micros"),
                time(row, "first_byte_micros"))));
  }

  private static Optional<Duration> time(Tuple row, String column) {
    return Optional.ofNullable(row.get(column, Long.class))
        .map(micros -> Duration.of(micros, ChronoUnit.MICROS));
  }
}
