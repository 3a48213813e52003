package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.WebhookConfig;
import io.deficitwatch.alerting.subscription.ClientCertificate;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts to an address that was chosen before, under the name of the host: nothing is resolved here,
 * no redirect is followed, and of the answer no more is read than is kept.
 */
@ApplicationScoped
class PinnedHttpClient {
  private final HttpClients clients;
  // Those that a request has gone out on, as long as they are about.
  private final Set<HttpConnection> used =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  PinnedHttpClient(Vertx vertx, WebhookConfig config) {
    HttpClientOptions options = options(config);
    this.clients =
        new HttpClients(
            client(vertx, config, options),
            certificate ->
                client(
                    vertx,
                    config,
                    new HttpClientOptions(options)
                        .setKeyCertOptions(Certificates.showing(certificate))),
            client ->
                vertx.setTimer(config.timeout().multipliedBy(2).toMillis(), _ -> client.close()));
  }

  private static HttpClientOptions options(WebhookConfig config) {
    int connectMillis = Math.toIntExact(config.connectTimeout().toMillis());
    HttpClientOptions options =
        new HttpClientOptions()
            .setConnectTimeout(connectMillis)
            .setSslEngineOptions(new TimedTls())
            .setSslHandshakeTimeout(connectMillis)
            .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
            .setKeepAliveTimeout(30)
            .setMaxRedirects(0)
            .setVerifyHost(true)
            .setDecompressionSupported(false)
            .setMaxHeaderSize(16 * 1024);
    config.trustedCertificates().map(Certificates::trusting).ifPresent(options::setTrustOptions);
    return options;
  }

  private HttpClient client(Vertx vertx, WebhookConfig config, HttpClientOptions options) {
    return vertx
        .httpClientBuilder()
        .with(options)
        // Nobody queues here: endpoints on one host must not wait for one another. How much
        // is on its way is decided where deliveries are claimed.
        .with(new PoolOptions().setHttp1MaxSize(config.inFlightInAll()))
        // Or Vert.x logs what receivers send in place of an answer. The request fails anyway.
        .withConnectHandler(connection -> connection.exceptionHandler(_ -> {}))
        .build();
  }

  /**
   * @param excerpt the beginning of the body
   * @param retryAfter the header of that name, as it came
   */
  record Response(int status, String excerpt, Optional<String> retryAfter) {}

  /**
   * @param address to connect to
   * @param certificate to be shown if the server asks for one
   */
  record Peer(URI url, InetAddress address, Optional<ClientCertificate> certificate) {}

  /**
   * @param timeline is told what is reached
   * @throws TimeoutException if no status comes in that time
   * @throws ExecutionException if no answer came; the cause says why
   */
  Response post(
      Peer peer, Map<String, String> headers, String body, Duration longest, Timeline timeline)
      throws ExecutionException, TimeoutException, InterruptedException {
    URI url = peer.url();
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(
                SocketAddress.inetSocketAddress(
                    ConfiguredEgressPolicy.portOf(url), peer.address().getHostAddress()))
            .setHost(url.getHost())
            .setPort(ConfiguredEgressPolicy.portOf(url))
            .setSsl("https".equalsIgnoreCase(url.getScheme()))
            .setFollowRedirects(false)
            .setURI(pathOf(URI.create(url.toASCIIString())));
    headers.forEach(options::putHeader);
    var exchange = new Exchange(timeline);
    var _ =
        clients
            .of(peer.certificate())
            .request(options)
            .onSuccess(
                request -> {
                  HttpConnection connection = request.connection();
                  timeline.connected(used.add(connection), TimedTls.handshake(connection));
                  exchange.send(request, body);
                })
            .onFailure(exchange::fail);
    return exchange.await(longest);
  }

  private static String pathOf(URI url) {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }

  @PreDestroy
  void close() {
    clients.close();
  }
}
