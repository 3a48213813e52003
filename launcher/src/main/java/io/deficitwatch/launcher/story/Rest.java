package io.deficitwatch.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * HTTP calls that outlast the restart of a service: what cannot be reached, or says that it cannot
 * serve now, is asked again. Every call that the story makes may safely be repeated.
 */
final class Rest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * @param body missing if the answer has none
   */
  record Answer(int status, JsonNode body) {}

  Answer get(String url, String token) throws InterruptedException {
    return send(request(url, token).GET());
  }

  Answer put(String url, String token, Object body) throws InterruptedException {
    String json = ContractsJson.mapper().valueToTree(body).toString();
    return send(
        request(url, token)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json)));
  }

  Answer post(String url, String token, String mediaType, byte[] body) throws InterruptedException {
    return send(
        request(url, token)
            .header("Content-Type", mediaType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private static HttpRequest.Builder request(String url, String token) {
    return HttpRequest.newBuilder(URI.create(url))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder builder) throws InterruptedException {
    HttpRequest request = builder.build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (!LATER.contains(response.statusCode()) || System.nanoTime() > end) {
          return new Answer(response.statusCode(), json(response));
        }
      } catch (IOException e) {
        if (System.nanoTime() > end) {
          throw new StoryStopped(request.method() + " " + request.uri() + ": " + e, e);
        }
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    boolean said =
        response
            .headers()
            .firstValue("Content-Type")
            .filter(type -> type.contains("json"))
            .isPresent();
    return said && response.body().length > 0
        ? ContractsJson.mapper().readTree(response.body())
        : MissingNode.getInstance();
  }
}
