package io.deficitwatch.eventing.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deficitwatch.eventing.cloudevents.CloudEventHeaders;
import io.deficitwatch.eventing.outbox.OutboxPosition.Batch;
import io.deficitwatch.eventing.outbox.OutboxPosition.Draining;
import io.deficitwatch.eventing.trace.Traceparent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Reads the outbox and keeps its position, on the relay's connection. */
final class OutboxReader {
  // What the current snapshot sees and the published one does not. The id orders it: it was drawn
  // after everything that the writing transaction had waited for was committed.
  private static final String NEW =
      """
      with now as materialized (select pg_current_snapshot() as snapshot)
      select now.snapshot::text, e.*
      from now left join lateral (
        select * from (
          select o.*, coalesce(sum(octet_length(o.payload)) over (
              order by o.id rows between unbounded preceding and 1 preceding), 0) as bytes_before
          from outbox_entry o
          where o.transaction_id >= pg_snapshot_xmin(?::pg_snapshot)
            and not pg_visible_in_snapshot(o.transaction_id, ?::pg_snapshot)
          order by o.id limit ?) sized
        where bytes_before < ?) e on true
      order by e.id
      """;
  // The rest of a backlog. Here the index on id is the way in, so that every batch costs the same.
  private static final String DRAIN =
      """
      select ?::text, sized.* from (
        select o.*, coalesce(sum(octet_length(o.payload)) over (
            order by o.id rows between unbounded preceding and 1 preceding), 0) as bytes_before
        from outbox_entry o
        where o.id > ?
          and pg_visible_in_snapshot(o.transaction_id, ?::pg_snapshot)
          and not pg_visible_in_snapshot(o.transaction_id, ?::pg_snapshot)
        order by o.id limit ?) sized
      where bytes_before < ? order by id
      """;

  private final Connection connection;
  private final OutboxConfig config;
  private final String source;

  OutboxReader(Connection connection, OutboxConfig config, String source) {
    this.connection = connection;
    this.config = config;
    this.source = source;
  }

  OutboxPosition position() throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery("select published, target, last_id from outbox_position")) {
      if (!row.next()) {
        throw new SQLException("outbox_position has no row");
      }
      Optional<String> target = Optional.ofNullable(row.getString(2));
      long lastId = row.getLong(3);
      return new OutboxPosition(row.getString(1), target.map(to -> new Draining(to, lastId)));
    }
  }

  void save(OutboxPosition position) throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update outbox_position set published = ?::pg_snapshot, target = ?::pg_snapshot,"
                + " last_id = ?")) {
      update.setString(1, position.published());
      update.setString(2, position.draining().map(Draining::target).orElse(null));
      update.setLong(3, position.draining().map(Draining::lastId).orElse(0L));
      update.executeUpdate();
    }
  }

  Batch next(OutboxPosition position) throws SQLException {
    return position.draining().isPresent()
        ? rest(position.published(), position.draining().get())
        : fresh(position.published());
  }

  private Batch fresh(String published) throws SQLException {
    try (var query = connection.prepareStatement(NEW)) {
      query.setString(1, published);
      query.setString(2, published);
      query.setInt(3, config.batchSize());
      query.setLong(4, config.batchBytes());
      try (var rows = query.executeQuery()) {
        return batch(rows, published);
      }
    }
  }

  private Batch rest(String published, Draining draining) throws SQLException {
    try (var query = connection.prepareStatement(DRAIN)) {
      query.setString(1, draining.target());
      query.setLong(2, draining.lastId());
      query.setString(3, draining.target());
      query.setString(4, published);
      query.setInt(5, config.batchSize());
      query.setLong(6, config.batchBytes());
      try (var rows = query.executeQuery()) {
        return batch(rows, draining.target());
      }
    }
  }

  private Batch batch(ResultSet rows, String otherwise) throws SQLException {
    String snapshot = otherwise;
    List<OutboxEntry> entries = new ArrayList<>();
    long bytes = 0;
    while (rows.next()) {
      snapshot = rows.getString(1);
      if (rows.getString("event_id") != null) {
        OutboxEntry entry = entry(rows);
        entries.add(entry);
        bytes += entry.bytes();
      }
    }
    boolean complete = entries.size() < config.batchSize() && bytes < config.batchBytes();
    return new Batch(snapshot, entries, complete);
  }

  private OutboxEntry entry(ResultSet row) throws SQLException {
    String key = row.getString("message_key");
    byte @Nullable [] payload = row.getBytes("payload");
    var message = new ProducerRecord<>(row.getString("topic"), null, key.getBytes(UTF_8), payload);
    Headers headers = message.headers();
    if (payload != null) {
      describe(row, headers);
    }
    CloudEventHeaders.put(headers, Traceparent.HEADER, row.getString("traceparent"));
    return new OutboxEntry(row.getLong("id"), payload == null ? 0 : payload.length, message);
  }

  private void describe(ResultSet row, Headers headers) throws SQLException {
    CloudEventHeaders.put(headers, CloudEventHeaders.SPEC_VERSION, "1.0");
    CloudEventHeaders.put(headers, CloudEventHeaders.ID, row.getString("event_id"));
    CloudEventHeaders.put(headers, CloudEventHeaders.TYPE, row.getString("type"));
    CloudEventHeaders.put(headers, CloudEventHeaders.SOURCE, source);
    CloudEventHeaders.put(headers, CloudEventHeaders.SUBJECT, row.getString("subject"));
    CloudEventHeaders.put(
        headers,
        CloudEventHeaders.TIME,
        row.getObject("time", OffsetDateTime.class).toInstant().toString());
    CloudEventHeaders.put(headers, CloudEventHeaders.DATA_SCHEMA, row.getString("dataschema"));
    CloudEventHeaders.put(headers, CloudEventHeaders.PARTITION_KEY, row.getString("message_key"));
    CloudEventHeaders.put(headers, CloudEventHeaders.CONTENT_TYPE, "application/json");
  }
}
