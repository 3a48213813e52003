package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.delivery.AttemptTrace;
import io.deficitwatch.alerting.delivery.AttemptedDelivery;
import io.deficitwatch.alerting.delivery.DeliveryAttempt;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A batch of attempts as one array a column, in the order of {@link DeliverySql#COMPLETE}. */
record AttemptColumns(List<AttemptedDelivery> batch) {
  private record Column(String type, Function<AttemptedDelivery, Optional<?>> value) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("bigint", row -> Optional.of(row.delivery().number())),
          new Column("uuid", row -> Optional.of(row.delivery().claim())),
          new Column("text", row -> Optional.of(row.state().name())),
          new Column("text", row -> row.dueAt().map(Instant::toString)),
          new Column(
              "text", row -> row.dueAt().isPresent() ? Optional.empty() : Optional.of(endOf(row))),
          new Column("integer", row -> Optional.of(row.attempt().number())),
          new Column("text", row -> Optional.of(row.attempt().startedAt().toString())),
          new Column("bigint", row -> Optional.of(row.attempt().took().toMillis())),
          new Column("text", row -> row.attempt().outcome().failure().map(Enum::name)),
          new Column("integer", row -> answer(row).map(DeliveryAttempt.Answer::status)),
          new Column("text", row -> answer(row).map(DeliveryAttempt.Answer::excerpt)),
          new Column("text", row -> Optional.of(row.delivery().target().url().toString())),
          new Column("text", row -> row.attempt().trace().address()),
          new Column("text", row -> headers(row.attempt().trace())),
          new Column("bigint", row -> micros(timings(row).dns())),
          new Column("bigint", row -> micros(timings(row).connect())),
          new Column("bigint", row -> micros(timings(row).tls())),
          new Column("bigint", row -> micros(timings(row).firstByte())));

  static AttemptColumns of(List<AttemptedDelivery> batch) {
    return new AttemptColumns(List.copyOf(batch));
  }

  /** Returns the place of the first parameter after them. */
  int bind(Connection connection, PreparedStatement statement) throws SQLException {
    for (int i = 0; i < COLUMNS.size(); i++) {
      Column column = COLUMNS.get(i);
      Object[] values = batch.stream().map(row -> column.value().apply(row).orElse(null)).toArray();
      statement.setArray(i + 1, connection.createArrayOf(column.type(), values));
    }
    return COLUMNS.size() + 1;
  }

  private static Optional<DeliveryAttempt.Answer> answer(AttemptedDelivery row) {
    return row.attempt().answer();
  }

  private static AttemptTrace.Timings timings(AttemptedDelivery row) {
    return row.attempt().trace().timings();
  }

  private static Optional<Long> micros(Optional<Duration> time) {
    return time.map(taken -> taken.toNanos() / 1000);
  }

  private static Optional<String> headers(AttemptTrace trace) {
    return Optional.of(trace.headers())
        .filter(headers -> !headers.isEmpty())
        .map(EventJson::writeTexts);
  }

  private static String endOf(AttemptedDelivery row) {
    return row.attempt().startedAt().plus(row.attempt().took()).toString();
  }
}
