package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.delivery.DeliveryPreview;
import io.deficitwatch.alerting.delivery.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;

/** By the same condition that makes deliveries due. */
@ApplicationScoped
class JdbcDeliveryPreview implements DeliveryPreview {
  private static final String COUNT =
      """
      with m as (
        select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
          as m(type, body, ref_area, indicator_id, severity)
      )
      select e.id, count(m.type) as messages
      from endpoint e left join m on %s
      where e.subscriber_id = ?
      group by e.id
      """
          .formatted(DeliverySql.WANTED);

  private final DataSource database;

  JdbcDeliveryPreview(DataSource database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Map<String, Integer> count(String subscriberId, List<Message> messages) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(COUNT)) {
      statement.setArray(1, texts(connection, messages, m -> Optional.of(m.type())));
      statement.setArray(2, texts(connection, messages, m -> Optional.of(m.body())));
      statement.setArray(3, texts(connection, messages, m -> m.subject().area()));
      statement.setArray(4, texts(connection, messages, m -> m.subject().indicator()));
      statement.setArray(5, texts(connection, messages, m -> m.subject().severity()));
      statement.setString(6, subscriberId);
      Map<String, Integer> counts = new TreeMap<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          counts.put(row.getString("id"), row.getInt("messages"));
        }
      }
      return counts;
    } catch (SQLException e) {
      throw new StorageException("counting deliveries", e);
    }
  }

  private static Array texts(
      Connection connection, List<Message> messages, Function<Message, Optional<String>> field)
      throws SQLException {
    return connection.createArrayOf(
        "text", messages.stream().map(message -> field.apply(message).orElse(null)).toArray());
  }
}
