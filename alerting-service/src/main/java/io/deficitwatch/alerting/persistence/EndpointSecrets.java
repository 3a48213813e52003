package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.persistence.SecretCipher.Purpose;
import io.deficitwatch.alerting.subscription.ClientCertificate;
import io.deficitwatch.alerting.subscription.EndpointId;
import io.deficitwatch.alerting.subscription.Signing;
import io.deficitwatch.alerting.subscription.WebhookSecret;
import io.deficitwatch.alerting.subscription.WebhookSecret.Scheme;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is secret of an endpoint, as columns and back. */
@Singleton
class EndpointSecrets {
  private static final String CERTIFICATES = "certificates";
  private static final String KEY = "key";

  private final SecretCipher cipher;

  EndpointSecrets(SecretCipher cipher) {
    this.cipher = cipher;
  }

  /** The columns, as they are stored. */
  record Columns(
      byte[] secret,
      String signature,
      byte @Nullable [] formerSecret,
      @Nullable String formerSignature,
      @Nullable Instant formerUntil,
      byte @Nullable [] headers,
      byte @Nullable [] clientCertificate) {}

  Columns write(
      EndpointId id,
      Signing signing,
      Map<String, String> headers,
      Optional<ClientCertificate> certificate) {
    Optional<Signing.Former> former = signing.former();
    return new Columns(
        cipher.encrypt(id, Purpose.SECRET, signing.secret().key()),
        signing.secret().scheme().code(),
        former
            .map(old -> cipher.encrypt(id, Purpose.FORMER_SECRET, old.secret().key()))
            .orElse(null),
        former.map(old -> old.secret().scheme().code()).orElse(null),
        former.map(Signing.Former::until).orElse(null),
        headers.isEmpty()
            ? null
            : cipher.encrypt(
                id,
                Purpose.HEADERS,
                EventJson.writeTexts(headers).getBytes(StandardCharsets.UTF_8)),
        certificate
            .map(
                pem ->
                    EventJson.writeTexts(Map.of(CERTIFICATES, pem.certificates(), KEY, pem.key())))
            .map(json -> json.getBytes(StandardCharsets.UTF_8))
            .map(json -> cipher.encrypt(id, Purpose.CLIENT_CERTIFICATE, json))
            .orElse(null));
  }

  Signing signing(EndpointId id, Columns columns) {
    return new Signing(
        WebhookSecret.of(
            Scheme.parse(columns.signature()),
            cipher.decrypt(id, Purpose.SECRET, columns.secret())),
        Optional.ofNullable(columns.formerSecret())
            .map(
                former ->
                    new Signing.Former(
                        WebhookSecret.of(
                            Scheme.parse(Objects.requireNonNull(columns.formerSignature())),
                            cipher.decrypt(id, Purpose.FORMER_SECRET, former)),
                        Objects.requireNonNull(columns.formerUntil()))));
  }

  Map<String, String> headers(EndpointId id, Columns columns) {
    return Optional.ofNullable(columns.headers())
        .map(stored -> cipher.decrypt(id, Purpose.HEADERS, stored))
        .map(json -> EventJson.readTexts(new String(json, StandardCharsets.UTF_8)))
        .orElse(Map.of());
  }

  Optional<ClientCertificate> clientCertificate(EndpointId id, Columns columns) {
    return Optional.ofNullable(columns.clientCertificate())
        .map(stored -> cipher.decrypt(id, Purpose.CLIENT_CERTIFICATE, stored))
        .map(json -> EventJson.readTexts(new String(json, StandardCharsets.UTF_8)))
        .map(
            texts ->
                new ClientCertificate(
                    Objects.requireNonNull(texts.get(CERTIFICATES)),
                    Objects.requireNonNull(texts.get(KEY))));
  }

  /** Whether all of it was encrypted under the key of today. */
  boolean areCurrent(Columns columns) {
    return cipher.isCurrent(columns.secret())
        && Optional.ofNullable(columns.formerSecret()).map(cipher::isCurrent).orElse(true)
        && Optional.ofNullable(columns.headers()).map(cipher::isCurrent).orElse(true)
        && Optional.ofNullable(columns.clientCertificate()).map(cipher::isCurrent).orElse(true);
  }
}
