package io.deficitwatch.launcher.stack;

import java.util.HashMap;
import java.util.Map;

/** The configuration of the services on one machine, by environment as everywhere. */
record ServiceEnvironment(
    StackPorts ports, Secrets secrets, String kafka, String jdbcPrefix, ServiceOptions options) {

  Map<String, String> of(Service service) {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcPrefix + service.id());
    environment.put("QUARKUS_DATASOURCE_USERNAME", service.id());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", secrets.get(Secrets.Name.passwordOf(service)));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
    // The partitions of a killed process wait for it until its session is over: 45 s by default.
    environment.put("KAFKA_SESSION_TIMEOUT_MS", "10000");
    environment.put("QUARKUS_SWAGGER_UI_ENABLED", "true");
    environment.put("NO_COLOR", "1");
    environment.put(
        "DEFICITWATCH_ACCESS_PUBLISHER_TOKEN", secrets.get(Secrets.Name.PUBLISHER_TOKEN));
    environment.put("DEFICITWATCH_ACCESS_OPERATOR_TOKEN", secrets.get(Secrets.Name.OPERATOR_TOKEN));
    environment.put("DEFICITWATCH_ACCESS_READER_TOKEN", secrets.get(Secrets.Name.READER_TOKEN));
    environment.put("DEFICITWATCH_ACCESS_ANONYMOUS_READS", "true");
    if (service == Service.INGESTION) {
      options
          .catalogue()
          .ifPresent(
              directory ->
                  environment.put("DEFICITWATCH_CATALOGUE_DIRECTORY", directory.toString()));
    }
    if (service == Service.METRICS) {
      options
          .indicators()
          .ifPresent(
              directory ->
                  environment.put(
                      "DEFICITWATCH_METRICS_INDICATORS_DIRECTORY", directory.toString()));
    }
    if (service == Service.ALERTING) {
      // Our own receiver listens on this machine, which a deployment would rightly refuse.
      environment.put("DEFICITWATCH_WEBHOOK_ALLOW_HTTP", "true");
      environment.put("DEFICITWATCH_WEBHOOK_ALLOWED_NETWORKS", "127.0.0.0/8");
      environment.put(
          "DEFICITWATCH_WEBHOOK_SECRET_KEY", secrets.get(Secrets.Name.ENDPOINT_SECRETS_KEY));
    }
    return environment;
  }
}
