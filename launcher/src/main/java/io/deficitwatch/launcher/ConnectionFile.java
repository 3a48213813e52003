package io.deficitwatch.launcher;

import io.deficitwatch.launcher.stack.PrivateFile;
import io.deficitwatch.launcher.stack.Secrets;
import io.deficitwatch.launcher.stack.Service;
import io.deficitwatch.launcher.stack.StackPorts;
import java.io.IOException;
import java.nio.file.Path;

/** How other programs connect: lines that a shell can read, for its owner only. */
final class ConnectionFile {
  private ConnectionFile() {}

  static void write(Path file, StackPorts ports, Secrets secrets) throws IOException {
    PrivateFile.write(file, text(ports, secrets));
  }

  static String text(StackPorts ports, Secrets secrets) {
    return """
        INGESTION_URL=%s
        METRICS_URL=%s
        ALERTING_URL=%s
        KAFKA_BOOTSTRAP=127.0.0.1:%d
        JDBC_URL='%s'
        PUBLISHER_TOKEN=%s
        OPERATOR_TOKEN=%s
        """
        .formatted(
            ports.url(Service.INGESTION),
            ports.url(Service.METRICS),
            ports.url(Service.ALERTING),
            ports.kafka(),
            jdbcUrl(ports) + "&password=" + secrets.get(Secrets.Name.READER_DATABASE_PASSWORD),
            secrets.get(Secrets.Name.PUBLISHER_TOKEN),
            secrets.get(Secrets.Name.OPERATOR_TOKEN));
  }

  /** The database of metrics for its reader, without the password. */
  static String jdbcUrl(StackPorts ports) {
    return "jdbc:postgresql://127.0.0.1:%d/metrics?user=reader".formatted(ports.postgres());
  }
}
