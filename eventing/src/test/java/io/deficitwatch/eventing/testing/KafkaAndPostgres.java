package io.deficitwatch.eventing.testing;

import io.deficitwatch.embedded.EmbeddedKafka;
import io.deficitwatch.embedded.Ports;
import io.deficitwatch.embedded.PostgresServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A real broker and a real database for {@code @QuarkusTest}: one of each a module, started once.
 * Use it as {@code @QuarkusTestResource(value = KafkaAndPostgres.class)} on one class; it serves
 * all.
 */
public final class KafkaAndPostgres implements QuarkusTestResourceLifecycleManager {
  private static final String DATABASE = "service";
  private EmbeddedKafka kafka;
  private PostgresServer postgres;

  @Override
  public Map<String, String> start() {
    try {
      Path directory = Files.createTempDirectory("deficit-watch-test");
      directory.toFile().deleteOnExit();
      var broker =
          CompletableFuture.supplyAsync(
              () -> EmbeddedKafka.start(directory.resolve("kafka"), Ports.free()));
      postgres = PostgresServer.start(directory.resolve("postgres"), Ports.free());
      postgres.ensureDatabase(DATABASE, DATABASE);
      kafka = broker.join();
      return Map.of(
          "kafka.bootstrap.servers",
          kafka.bootstrapServers(),
          "quarkus.datasource.jdbc.url",
          postgres.jdbcUrl(DATABASE),
          "quarkus.datasource.username",
          DATABASE,
          "quarkus.datasource.password",
          DATABASE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("preparing the test database", e);
    }
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }
}
