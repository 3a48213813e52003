package io.deficitwatch.metrics.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.metrics.definition.DefinitionDocument;
import io.deficitwatch.metrics.definition.DefinitionStore;
import io.deficitwatch.metrics.definition.StoredDefinition;
import io.deficitwatch.metrics.definition.StoredDefinition.Head;
import io.deficitwatch.metrics.definition.StoredDefinition.WrittenBy;
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

/** Definitions as rows with their document in JSON. */
@ApplicationScoped
class JdbcDefinitionStore implements DefinitionStore {
  private static final String LOCK = "hashtextextended('definitions in force', 0)";

  private static final String NEWEST =
      """
      select id, version, recorded_at from (
        select distinct on (id) id, version, recorded_at, ends
        from indicator_definition order by id, version desc) newest
      where not ends
      """;

  private static final String COMPUTED =
      NEWEST
          + """
          and not exists (
            select from indicator_job_area a
            where a.indicator_id = id and a.definition_version = version and a.ref_area = ?)
          order by id
          """;

  private static final String ROWS =
      "select id, version, recorded_at, written_by, document, ends from indicator_definition ";

  private static final String ADD =
      """
      insert into indicator_definition (id, version, recorded_at, written_by, document, ends)
      values (?, ?, ?, ?, ?, ?)
      """;

  private static final String REWORD =
      """
      update indicator_definition set recorded_at = ?, written_by = ?, document = ?
      where id = ? and version = ?
      """;

  private final DataSource dataSource;

  JdbcDefinitionStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void lockForUse() {
    query("select pg_advisory_xact_lock_shared(" + LOCK + ")", row -> {});
  }

  @Override
  public void lockForChange() {
    query("select pg_advisory_xact_lock(" + LOCK + ")", row -> {});
  }

  @Override
  public List<Head> listNewest() {
    List<Head> heads = new ArrayList<>();
    query(NEWEST + "order by id", row -> heads.add(head(row)));
    return heads;
  }

  @Override
  public List<Head> listComputed(String refArea) {
    List<Head> heads = new ArrayList<>();
    query(COMPUTED, row -> heads.add(head(row)), refArea);
    return heads;
  }

  @Override
  public List<StoredDefinition> listVersions(String id) {
    List<StoredDefinition> versions = new ArrayList<>();
    query(ROWS + "where id = ? order by version desc", row -> versions.add(definition(row)), id);
    return versions;
  }

  @Override
  public Optional<StoredDefinition> find(String id, int version) {
    List<StoredDefinition> found = new ArrayList<>();
    query(ROWS + "where id = ? and version = ?", row -> found.add(definition(row)), id, version);
    return found.stream().findFirst();
  }

  @Override
  public void add(StoredDefinition definition) {
    update(
        ADD,
        definition.head().id(),
        definition.head().version(),
        definition.head().recordedAt(),
        definition.writtenBy().name(),
        json(definition.document()),
        definition.ends());
  }

  @Override
  public void reword(StoredDefinition definition) {
    update(
        REWORD,
        definition.head().recordedAt(),
        definition.writtenBy().name(),
        json(definition.document()),
        definition.head().id(),
        definition.head().version());
  }

  private void query(String sql, Sql.RowReader reader, Object... parameters) {
    try (Connection connection = dataSource.getConnection()) {
      Sql.query(connection, sql, reader, parameters);
    } catch (SQLException e) {
      throw new StorageException("reading definitions", e);
    }
  }

  private void update(String sql, Object... parameters) {
    try (Connection connection = dataSource.getConnection()) {
      Sql.update(connection, sql, parameters);
    } catch (SQLException e) {
      throw new StorageException("storing a definition", e);
    }
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(
        row.getString("id"),
        row.getInt("version"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }

  private static StoredDefinition definition(ResultSet row) throws SQLException {
    try {
      return new StoredDefinition(
          head(row),
          WrittenBy.valueOf(row.getString("written_by")),
          ContractsJson.mapper().readValue(row.getString("document"), DefinitionDocument.class),
          row.getBoolean("ends"));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(DefinitionDocument document) {
    try {
      return ContractsJson.mapper().writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
