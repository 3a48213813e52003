package io.deficitwatch.launcher.stack;

import io.deficitwatch.embedded.EmbeddedKafka;
import io.deficitwatch.embedded.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Kafka, PostgreSQL and the three services, up. */
public final class Stack implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration KAFKA_PATIENCE = Duration.ofSeconds(15);

  private final DataDirectory directory;
  private final StackListener listener;
  private final List<SupervisedService> services = new ArrayList<>();
  private CompletableFuture<Optional<EmbeddedKafka>> kafka =
      CompletableFuture.completedFuture(Optional.empty());
  private Optional<PostgresServer> postgres = Optional.empty();
  private boolean closed;

  private Stack(DataDirectory directory, StackListener listener) {
    this.directory = directory;
    this.listener = listener;
  }

  /** Nothing runs yet. Close it, whatever becomes of it. */
  public static Stack over(DataDirectory directory, StackListener listener) {
    return new Stack(directory, listener);
  }

  /**
   * Stops what a killed launcher left running on this data, so that its ports are free and no old
   * process answers for a new one.
   */
  public void clearLeftovers() throws IOException {
    Files.deleteIfExists(directory.connection());
    for (Service service : Service.values()) {
      if (ProcessRecord.stopLeftover(directory.pidFile(service))) {
        listener.progress("stopped the " + service.id() + " service of a run that was killed");
      }
    }
    PostgresServer.stopLeftover(directory.postgres());
    directory.clearTemporary();
  }

  /**
   * @throws StackFailure naming the process that holds a port, if one is taken
   */
  public void requireFree(StackPorts ports) {
    List<String> complaints = PortHolder.complaints(ports);
    if (!complaints.isEmpty()) {
      throw new StackFailure(
          String.join("\n", complaints) + "\nstop it, or choose other ports with --port-base");
    }
  }

  /**
   * Returns when all of it is ready.
   *
   * @param project where the built services are
   * @param options for the services
   * @throws StackFailure saying what did not start and why
   */
  public void start(Path project, StackPorts ports, Secrets secrets, ServiceOptions options) {
    try {
      startServers(ports, secrets);
      startServices(project, ports, secrets, options);
    } catch (IOException e) {
      throw new StackFailure("cannot start: " + e.getMessage(), e);
    }
  }

  private void startServers(StackPorts ports, Secrets secrets) {
    listener.progress("starting Kafka and PostgreSQL");
    long begin = System.nanoTime();
    try {
      startKafka(ports.kafka());
      prepareDatabases(startPostgres(ports.postgres()), secrets);
      listener.up("PostgreSQL", since(begin));
      kafka.join();
      listener.up("Kafka", since(begin));
    } catch (UncheckedIOException e) {
      throw new StackFailure("cannot start " + e.getMessage() + ": " + e.getCause(), e);
    } catch (CompletionException e) {
      throw new StackFailure("Kafka does not start: " + e.getCause(), e);
    } catch (SQLException e) {
      throw new StackFailure("cannot prepare the databases: " + e.getMessage(), e);
    }
  }

  private synchronized void startKafka(int port) {
    refuseIfClosed();
    kafka =
        CompletableFuture.supplyAsync(
            () -> Optional.of(EmbeddedKafka.start(directory.kafka(), port)));
  }

  private synchronized PostgresServer startPostgres(int port) {
    refuseIfClosed();
    PostgresServer server = PostgresServer.start(directory.postgres(), port);
    postgres = Optional.of(server);
    return server;
  }

  private synchronized void startService(ServiceProgram program, String url) throws IOException {
    refuseIfClosed();
    services.add(
        new SupervisedService(program, url, directory.pidFile(program.service()), listener));
  }

  private static void prepareDatabases(PostgresServer server, Secrets secrets) throws SQLException {
    for (Service service : Service.values()) {
      server.ensureDatabase(service.id(), secrets.get(Secrets.Name.passwordOf(service)));
    }
    server.ensureReader(
        "reader", secrets.get(Secrets.Name.READER_DATABASE_PASSWORD), Service.METRICS.id());
  }

  private void startServices(
      Path project, StackPorts ports, Secrets secrets, ServiceOptions options) throws IOException {
    listener.progress("starting the services");
    long begin = System.nanoTime();
    String jdbcPrefix = "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/";
    var environment =
        new ServiceEnvironment(ports, secrets, "127.0.0.1:" + ports.kafka(), jdbcPrefix, options);
    for (Service service : Service.values()) {
      var program =
          new ServiceProgram(
              service,
              project.resolve(service.module()).resolve("target/quarkus-app"),
              environment.of(service),
              options.jvm(),
              directory.temporary(),
              directory.log(service.id()));
      startService(program, ports.url(service));
    }
    for (int i = 0; i < services.size(); i++) {
      services.get(i).awaitReady(PATIENCE);
      listener.up(Service.values()[i].id(), since(begin));
    }
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new StackFailure("interrupted while starting");
    }
  }

  /**
   * Stops the services, then Kafka, then PostgreSQL. May be called twice, and by the thread that
   * Ctrl-C starts: then it waits for the part that is starting now, so that none is forgotten.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    services.forEach(SupervisedService::stop);
    if (services.stream().anyMatch(SupervisedService::trains)) {
      listener.progress("stopping; the services write their start-up caches, this once");
    } else if (!services.isEmpty() || postgres.isPresent()) {
      listener.progress("stopping");
    }
    services.forEach(service -> orTell(service::awaitEnd));
    orTell(() -> Files.deleteIfExists(directory.connection()));
    orTell(directory::clearTemporary);
    orTell(this::stopKafka);
    orTell(() -> postgres.ifPresent(PostgresServer::close));
  }

  // It runs in this process, so it ends in any case; while it still starts it cannot be asked to.
  private void stopKafka() {
    kafka
        .completeOnTimeout(Optional.empty(), KAFKA_PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .exceptionally(_ -> Optional.empty())
        .join()
        .ifPresent(EmbeddedKafka::close);
  }

  private interface Stopping {
    void stop() throws Exception;
  }

  // One part that does not stop as it should must not keep the others from being stopped.
  private void orTell(Stopping part) {
    try {
      part.stop();
    } catch (Exception e) {
      listener.progress("while stopping: " + e);
    }
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
