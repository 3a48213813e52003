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
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real broker and a real database for {@code @QuarkusTest}: one of each a module, started once.
 * Use it as {@code @QuarkusTestResource(value = KafkaAndPostgres.class)} on one class; it serves
 * all. A test with a field of this type can take the servers away and bring them back.
 */
public final class KafkaAndPostgres implements QuarkusTestResourceLifecycleManager {
  private static final String DATABASE = "service";
  private final int kafkaPort = Ports.free();
  private final int postgresPort = Ports.free();
  private @Nullable Path directory;
  private @Nullable EmbeddedKafka kafka;
  private @Nullable PostgresServer postgres;

  @Override
  public Map<String, String> start() {
    try {
      directory = Files.createTempDirectory("deficit-watch-test");
      var broker = CompletableFuture.runAsync(this::startKafka);
      startPostgres();
      PostgresServer database = Objects.requireNonNull(postgres);
      database.ensureDatabase(DATABASE, DATABASE);
      broker.join();
      return Map.of(
          "kafka.bootstrap.servers",
          "127.0.0.1:" + kafkaPort,
          "quarkus.datasource.jdbc.url",
          database.jdbcUrl(DATABASE),
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
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(KafkaAndPostgres.class));
  }

  /** Brings the broker up, with the data it had. */
  public void startKafka() {
    kafka = EmbeddedKafka.start(Objects.requireNonNull(directory).resolve("kafka"), kafkaPort);
  }

  public void stopKafka() {
    if (kafka != null) {
      kafka.close();
      kafka = null;
    }
  }

  /** Brings the database up, with the data it had. */
  public void startPostgres() {
    postgres =
        PostgresServer.start(Objects.requireNonNull(directory).resolve("postgres"), postgresPort);
  }

  public void stopPostgres() {
    if (postgres != null) {
      postgres.close();
      postgres = null;
    }
  }

  @Override
  public void stop() {
    stopKafka();
    stopPostgres();
    removeData();
  }

  // A broker and a database leave a hundred megabytes behind at every run
  private void removeData() {
    try (Stream<Path> files = Files.walk(Objects.requireNonNull(directory))) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
