package io.deficitwatch.alerting.rest;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An OpenID Connect provider: its discovery document, its keys, and tokens signed with one. */
public final class OidcServer implements QuarkusTestResourceLifecycleManager {
  private static final KeyPair KEYS = keyPair();
  private static final KeyPair STRANGERS = keyPair();
  private static volatile String issuer = "";

  private @Nullable HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server = started;
      issuer = "http://127.0.0.1:%d/realm".formatted(started.getAddress().getPort());
      serve(
          started,
          "/realm/.well-known/openid-configuration",
          "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\",\"token_endpoint\":\"%1$s/token\"}"
              .formatted(issuer));
      serve(started, "/realm/keys", keys());
      started.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of("deficitwatch.access.oidc", "true", "quarkus.oidc.auth-server-url", issuer);
  }

  private static void serve(HttpServer server, String path, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          try (exchange) {
            exchange.getResponseBody().write(body);
          }
        });
  }

  private static String keys() {
    RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
    return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"k1\",\"n\":\"%s\",\"e\":\"%s\"}]}"
        .formatted(base64(key.getModulus()), base64(key.getPublicExponent()));
  }

  private static String base64(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }

  /** A token that is good. */
  static String token(String subject, String scope) {
    return token(subject, scope, "deficit-watch", Instant.now().plusSeconds(300), KEYS);
  }

  static String expired(String subject, String scope) {
    return token(subject, scope, "deficit-watch", Instant.now().minusSeconds(300), KEYS);
  }

  static String forOthers(String subject, String scope) {
    return token(subject, scope, "another-service", Instant.now().plusSeconds(300), KEYS);
  }

  static String signedByAStranger(String subject, String scope) {
    return token(subject, scope, "deficit-watch", Instant.now().plusSeconds(300), STRANGERS);
  }

  private static String token(
      String subject, String scope, String audience, Instant expiresAt, KeyPair keys) {
    return Jwt.issuer(issuer)
        .subject(subject)
        .audience(audience)
        // What it says of groups must count for nothing.
        .groups("operator")
        .claim("scope", scope)
        .expiresAt(expiresAt)
        .jws()
        .keyId("k1")
        .sign(keys.getPrivate());
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }
}
