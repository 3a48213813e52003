package io.deficitwatch.metrics.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.metrics.scenario.ScenarioDocument;
import io.deficitwatch.metrics.scenario.ScenarioStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Scenarios as rows with their document in JSON. */
@ApplicationScoped
class JdbcScenarioStore implements ScenarioStore {
  private static final String SAVE =
      """
      insert into scenario (id, saved_at, document) values (?, ?, ?)
      on conflict (id) do update set saved_at = excluded.saved_at, document = excluded.document
      returning xmax = 0
      """;

  private final DataSource dataSource;

  JdbcScenarioStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<Stored> list() {
    return select("order by id");
  }

  @Override
  public List<Stored> listFor(String indicator) {
    return select("where indicators @> to_jsonb(?::text) order by id", indicator);
  }

  @Override
  public Optional<Stored> find(String id) {
    return select("where id = ?", id).stream().findFirst();
  }

  private List<Stored> select(String which, Object... parameters) {
    List<Stored> scenarios = new ArrayList<>();
    query(
        "select id, saved_at, document from scenario " + which,
        row -> scenarios.add(read(row)),
        parameters);
    return scenarios;
  }

  @Override
  public long count() {
    long[] count = {0};
    query("select count(*) from scenario", row -> count[0] = row.getLong(1));
    return count[0];
  }

  @Override
  public boolean save(Stored scenario) {
    boolean[] added = {false};
    query(
        SAVE,
        row -> added[0] = row.getBoolean(1),
        scenario.id(),
        scenario.savedAt(),
        json(scenario.document()));
    return added[0];
  }

  @Override
  public boolean delete(String id) {
    try (Connection connection = dataSource.getConnection()) {
      return Sql.update(connection, "delete from scenario where id = ?", id) == 1;
    } catch (SQLException e) {
      throw new StorageException("deleting scenario " + id, e);
    }
  }

  private void query(String sql, Sql.RowReader reader, Object... parameters) {
    try (Connection connection = dataSource.getConnection()) {
      Sql.query(connection, sql, reader, parameters);
    } catch (SQLException e) {
      throw new StorageException("reading or saving scenarios", e);
    }
  }

  private static Stored read(ResultSet row) throws SQLException {
    try {
      return new Stored(
          row.getString("id"),
          ContractsJson.mapper().readValue(row.getString("document"), ScenarioDocument.class),
          row.getObject("saved_at", OffsetDateTime.class).toInstant());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(ScenarioDocument document) {
    try {
      return ContractsJson.mapper().writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
