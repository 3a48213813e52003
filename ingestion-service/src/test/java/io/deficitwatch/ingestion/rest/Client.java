package io.deficitwatch.ingestion.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.contracts.json.ContractsJson;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;

/** Calls the service with exactly the bytes and headers that a test gives. */
record Client(String token) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  static final Client PUBLISHER = new Client("publisher-token-for-tests-only");
  static final Client READER = new Client("reader-token-for-tests-only");
  static final Client OPERATOR = new Client("operator-token-for-tests-only");
  static final Client NOBODY = new Client("");

  record Answer(int status, HttpResponse<byte[]> response) {
    JsonNode json() {
      try {
        return ContractsJson.mapper().readTree(response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** Kind of the problem, without the prefix that all have. */
    String problem() {
      return header("Content-Type").equals("application/problem+json")
          ? json().path("type").asText().replace("urn:deficitwatch:problem:", "")
          : "no problem document: " + header("Content-Type");
    }

    List<String> pointers() {
      return StreamSupport.stream(json().path("faults").spliterator(), false)
          .map(fault -> fault.path("pointer").asText())
          .toList();
    }
  }

  /** Hands in JSON. */
  Answer post(String query, byte[] body) {
    return post(query, body, "Content-Type", "application/json");
  }

  Answer post(String query, byte[] body, String... headers) {
    HttpRequest.Builder request = request("/v1/releases?" + query);
    return send(headers(request, headers).POST(BodyPublishers.ofByteArray(body)));
  }

  /** Sends no body. */
  Answer post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  Answer send(String method, String path, byte[] body, String... headers) {
    return send(headers(request(path), headers).method(method, BodyPublishers.ofByteArray(body)));
  }

  Answer get(String path, String... headers) {
    return send(headers(request(path), headers).GET());
  }

  private static HttpRequest.Builder headers(HttpRequest.Builder request, String... headers) {
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
