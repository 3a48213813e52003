package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.WebhookConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts to an address that was chosen before, under the name of the host: nothing is resolved here,
 * no redirect is followed, and of the answer no more is read than is kept.
 */
@ApplicationScoped
class PinnedHttpClient {
  private static final int CONNECTIONS_PER_ADDRESS = 32;

  private final HttpClient client;

  PinnedHttpClient(Vertx vertx, WebhookConfig config) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setKeepAliveTimeout(30)
                .setMaxRedirects(0)
                .setVerifyHost(true)
                .setForceSni(true)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(16 * 1024),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_ADDRESS));
  }

  /**
   * @param excerpt the beginning of the body
   * @param retryAfter the header of that name, as it came
   */
  record Response(int status, String excerpt, Optional<String> retryAfter) {}

  /**
   * @throws TimeoutException if the whole of it takes longer
   * @throws ExecutionException if no answer came; the cause says why
   */
  Response post(
      URI url, InetAddress address, Map<String, String> headers, String body, Duration longest)
      throws ExecutionException, TimeoutException, InterruptedException {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(
                SocketAddress.inetSocketAddress(
                    ConfiguredEgressPolicy.portOf(url), address.getHostAddress()))
            .setHost(url.getHost())
            .setPort(ConfiguredEgressPolicy.portOf(url))
            .setSsl("https".equalsIgnoreCase(url.getScheme()))
            .setFollowRedirects(false)
            .setTimeout(longest.toMillis())
            .setURI(pathOf(url));
    headers.forEach(options::putHeader);
    Future<Response> response =
        client
            .request(options)
            .compose(
                (HttpClientRequest request) ->
                    request.send(body).compose(answer -> read(request, answer)));
    return response
        .toCompletionStage()
        .toCompletableFuture()
        .get(longest.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static Future<Response> read(HttpClientRequest request, HttpClientResponse answer) {
    return Excerpt.of(request, answer)
        .map(
            excerpt ->
                new Response(
                    answer.statusCode(),
                    excerpt,
                    Optional.ofNullable(answer.getHeader("retry-after"))));
  }

  private static String pathOf(URI url) {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }

  @PreDestroy
  void close() {
    var _ = client.close();
  }
}
