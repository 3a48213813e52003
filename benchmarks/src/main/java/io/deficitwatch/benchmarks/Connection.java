package io.deficitwatch.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The running stack, as its {@code connection.env} describes it. */
final class Connection {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> settings;

  private Connection(Map<String, String> settings) {
    this.settings = settings;
  }

  static Connection read(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return new Connection(
          lines
              .filter(line -> line.contains("=") && !line.startsWith("#"))
              .map(line -> line.split("=", 2))
              .collect(
                  Collectors.toMap(
                      pair -> pair[0], pair -> pair[1].replaceAll("^['\"]|['\"]$", ""))));
    }
  }

  String setting(String name) {
    String value = settings.get(name);
    if (value == null) {
      throw new IllegalStateException("connection.env has no " + name);
    }
    return value;
  }

  /**
   * Sends one request and returns its body. @throws IllegalStateException with the answer if it is
   * not 2xx
   */
  String send(
      String method, String service, String path, String token, String mediaType, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(setting(service) + path))
            .header("Authorization", "Bearer " + setting(token))
            .header("Content-Type", mediaType)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          method + " " + path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  /**
   * Posts a file and returns the answer's body. @throws IllegalStateException with the answer if it
   * is not 2xx
   */
  String sendFile(String service, String path, String token, Path file)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(setting(service) + path))
            .header("Authorization", "Bearer " + setting(token))
            .POST(HttpRequest.BodyPublishers.ofFile(file))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          "POST " + path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }
}
