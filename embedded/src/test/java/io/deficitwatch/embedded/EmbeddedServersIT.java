package io.deficitwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersIT {
  @Test
  void kafkaKeepsItsTopicsOverARestart(@TempDir Path directory) throws Exception {
    int port = Ports.free();
    try (var kafka = EmbeddedKafka.start(directory, port);
        var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic("kept", 3, (short) 1)))
          .all()
          .get(30, TimeUnit.SECONDS);
    }
    try (var kafka = EmbeddedKafka.start(directory, port);
        var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).contains("kept");
    }
  }

  @Test
  void postgresKeepsItsDatabasesOverARestart(@TempDir Path directory) throws Exception {
    int port = Ports.free();
    try (var postgres = PostgresServer.start(directory, port)) {
      postgres.ensureDatabase("metrics", "first");
    }
    try (var postgres = PostgresServer.start(directory, port)) {
      postgres.ensureDatabase("metrics", "second");
      try (var connection =
              DriverManager.getConnection(postgres.jdbcUrl("metrics"), "metrics", "second");
          var result = connection.createStatement().executeQuery("select current_user")) {
        assertThat(result.next()).isTrue();
        assertThat(result.getString(1)).isEqualTo("metrics");
      }
    }
  }

  @Test
  void theReaderSeesWhatStatementsCostAndNoPassword(@TempDir Path directory) throws Exception {
    try (var postgres = PostgresServer.start(directory, Ports.free())) {
      postgres.ensureDatabase("metrics", "first");
      postgres.ensureDatabase("alerting", "confidential");
      postgres.ensureReader("reader", "read", "metrics");
      try (var owner =
          DriverManager.getConnection(postgres.jdbcUrl("alerting"), "alerting", "confidential")) {
        owner.createStatement().execute("select 'counted' where 1 = 2");
      }
      try (var connection =
              DriverManager.getConnection(postgres.jdbcUrl("metrics"), "reader", "read");
          var rows =
              connection
                  .createStatement()
                  .executeQuery(
                      """
                      select string_agg(s.query, ';')
                      from pg_stat_statements s join pg_database d on d.oid = s.dbid
                      where d.datname in ('alerting', 'postgres')
                      """)) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).contains("where $2 = $3").doesNotContain("confidential");
      }
    }
  }

  @Test
  void postgresTakesItsDataBackFromAServerThatWasLeftBehind(@TempDir Path directory)
      throws Exception {
    PostgresServer leftBehind = PostgresServer.start(directory, Ports.free());
    leftBehind.ensureDatabase("metrics", "kept");

    try (var postgres = PostgresServer.start(directory, Ports.free())) {
      assertThat(postgres.port()).isNotEqualTo(leftBehind.port());
      try (var connection =
          DriverManager.getConnection(postgres.jdbcUrl("metrics"), "metrics", "kept")) {
        assertThat(connection.isValid(5)).isTrue();
      }
    }
  }

  @Test
  void postgresIsNotStoppedByTheGuardOfAServerBeforeIt(@TempDir Path directory) throws Exception {
    PostgresServer leftBehind = PostgresServer.start(directory, Ports.free());
    List<ProcessHandle> guards =
        ProcessHandle.current()
            .children()
            .filter(child -> child.info().commandLine().orElse("").contains(directory.toString()))
            .toList();
    assertThat(guards).hasSize(1);

    try (var postgres = PostgresServer.start(directory, Ports.free())) {
      assertThat(postgres.port()).isNotEqualTo(leftBehind.port());
      assertThat(guards.getFirst().onExit()).succeedsWithin(Duration.ofSeconds(10));
    }
  }

  @Test
  void postgresLetsNobodyInWithoutAPassword(@TempDir Path directory) {
    try (var postgres = PostgresServer.start(directory, Ports.free())) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(
              () -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), "postgres", "guess"))
          .withMessageContaining("password authentication failed");
    }
  }
}
