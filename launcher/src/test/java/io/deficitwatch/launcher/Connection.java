package io.deficitwatch.launcher;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code connection.env} says, as a shell reads it, and calls with it. */
record Connection(Map<String, String> variables) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  static Connection of(Path data) throws Exception {
    Process shell =
        new ProcessBuilder("/bin/sh", "-c", "set -a; . \"$0\"; env", data + "/connection.env")
            .redirectErrorStream(true)
            .start();
    String environment = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Connection(
        environment
            .lines()
            .map(line -> line.split("=", 2))
            .filter(parts -> parts.length == 2)
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (one, _) -> one)));
  }

  String get(String name) {
    return Optional.ofNullable(variables.get(name)).orElseThrow();
  }

  Set<String> names() {
    return variables.keySet();
  }

  /**
   * @param token empty for none
   */
  static HttpResponse<String> get(String url, String token) throws Exception {
    return send(request(url, token).GET());
  }

  static HttpResponse<String> post(String url, String token, String mediaType, String body)
      throws Exception {
    return send(
        request(url, token)
            .header("Content-Type", mediaType)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String url, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }
}
