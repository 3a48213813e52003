package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.subscription.ClientCertificate;
import io.vertx.core.http.HttpClient;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A client for everybody, and one for each client certificate: a connection that was made in the
 * name of one endpoint is never used by another. The least used of many go.
 */
final class HttpClients {
  private static final int MOST = 100;

  private final HttpClient plain;
  private final Function<ClientCertificate, HttpClient> make;
  private final Consumer<HttpClient> retire;
  private final Map<ClientCertificate, HttpClient> certified = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param retire closes one once its requests are over
   */
  HttpClients(
      HttpClient plain, Function<ClientCertificate, HttpClient> make, Consumer<HttpClient> retire) {
    this.plain = plain;
    this.make = make;
    this.retire = retire;
  }

  HttpClient of(Optional<ClientCertificate> certificate) {
    return certificate.map(this::certified).orElse(plain);
  }

  private synchronized HttpClient certified(ClientCertificate certificate) {
    HttpClient client = certified.computeIfAbsent(certificate, make);
    if (certified.size() > MOST) {
      ClientCertificate least = certified.keySet().iterator().next();
      Optional.ofNullable(certified.remove(least)).ifPresent(retire);
    }
    return client;
  }

  synchronized void close() {
    new HashMap<>(certified).values().forEach(HttpClient::close);
    var _ = plain.close();
  }
}
