package io.deficitwatch.launcher.stack;

import java.util.LinkedHashMap;
import java.util.Map;

/** The six ports on the loopback interface that the stack needs. */
public record StackPorts(
    int ingestion, int metrics, int alerting, int receiver, int kafka, int postgres) {
  public static final StackPorts DEFAULT = new StackPorts(8081, 8082, 8083, 8084, 19092, 15432);

  /** The six ports after {@code base}. */
  public static StackPorts after(int base) {
    return new StackPorts(base + 1, base + 2, base + 3, base + 4, base + 5, base + 6);
  }

  public int of(Service service) {
    return switch (service) {
      case INGESTION -> ingestion;
      case METRICS -> metrics;
      case ALERTING -> alerting;
    };
  }

  /** URL of a service without a path. */
  public String url(Service service) {
    return "http://127.0.0.1:" + of(service);
  }

  /** What needs each port, in the documented order. */
  Map<String, Integer> byUser() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("ingestion", ingestion);
    ports.put("metrics", metrics);
    ports.put("alerting", alerting);
    ports.put("receiver", receiver);
    ports.put("Kafka", kafka);
    ports.put("PostgreSQL", postgres);
    return ports;
  }
}
