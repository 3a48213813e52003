package io.deficitwatch.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** One Kafka broker that is its own controller (KRaft), in this JVM, on the loopback interface. */
public final class EmbeddedKafka implements AutoCloseable {
  private final KafkaRaftServer server;
  private final String bootstrapServers;

  private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts a broker on the data in {@code directory}, formatting it first if it is new.
   *
   * @param port where clients connect; the controller listens on a free port beside it
   * @throws UncheckedIOException if the directory cannot be prepared
   */
  public static EmbeddedKafka start(Path directory, int port) {
    try {
      Files.createDirectories(directory);
      Properties properties = properties(directory, port, Ports.free());
      if (!Files.exists(directory.resolve("log/meta.properties"))) {
        format(directory, properties);
      }
      return new EmbeddedKafka(started(properties), "127.0.0.1:" + port);
    } catch (IOException e) {
      throw new UncheckedIOException("Kafka data directory " + directory, e);
    }
  }

  /**
   * Kafka finds its plug-ins by the thread's class loader, which in a Quarkus test is another than
   * ours.
   */
  private static KafkaRaftServer started(Properties properties) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(EmbeddedKafka.class.getClassLoader());
    try {
      KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
      server.startup();
      return server;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** {@code host:port} for clients. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path directory, Properties properties) throws IOException {
    Path file = directory.resolve("server.properties");
    try (var writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
    var printed = new ByteArrayOutputStream();
    int exit =
        StorageTool.execute(
            new String[] {
              "format",
              "-t",
              Uuid.randomUuid().toString(),
              "-c",
              file.toString(),
              "--ignore-formatted"
            },
            new PrintStream(printed, true, StandardCharsets.UTF_8));
    if (exit != 0) {
      throw new IOException("formatting failed: " + printed.toString(StandardCharsets.UTF_8));
    }
  }

  private static Properties properties(Path directory, int port, int controllerPort) {
    var properties = new Properties();
    properties.putAll(
        Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
            Map.entry(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
            Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
            Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("inter.broker.listener.name", "PLAINTEXT"),
            Map.entry("log.dirs", directory.resolve("log").toString()),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // Topics are created by the services that own them, with their own settings.
            Map.entry("auto.create.topics.enable", "false"),
            // After an unclean kill the old registration is waited out: keep that short.
            Map.entry("broker.session.timeout.ms", "2000"),
            Map.entry("broker.heartbeat.interval.ms", "500"),
            Map.entry("log.segment.bytes", "67108864"),
            Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2")));
    return properties;
  }
}
