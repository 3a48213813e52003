package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.subscription.ApiKey;
import io.deficitwatch.alerting.subscription.IssueApiKey;
import io.deficitwatch.alerting.subscription.Scope;
import io.deficitwatch.alerting.subscription.Subscriber;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Subscribers and API keys as they are written in requests and answers. */
final class SubscriberBodies {
  private SubscriberBodies() {}

  @Schema(name = "SubscriberRequest", requiredProperties = "name")
  record Request(
      @Nullable String name,
      @Schema(description = "en (default) or ja", examples = "ja") @Nullable String locale) {
    static Request empty() {
      return new Request(null, null);
    }
  }

  @Schema(name = "Subscriber")
  record Response(String id, String name, String locale) {
    static Response of(Subscriber subscriber) {
      return new Response(subscriber.id(), subscriber.name(), subscriber.language().code());
    }
  }

  @Schema(name = "Subscribers")
  record Subscribers(List<Response> subscribers) {}

  @Schema(name = "ApiKey")
  record ApiKeyResponse(
      String id,
      @Schema(description = "How the key begins", examples = "dwk_3fYQ1p") String hint,
      @Schema(description = "read, rules, endpoints") List<String> scopes,
      Instant createdAt,
      @Schema(description = "From when on it is good for nothing; absent if it does not end")
          Optional<Instant> expiresAt) {
    static ApiKeyResponse of(ApiKey key) {
      return new ApiKeyResponse(key.id(), key.hint(), codes(key), key.createdAt(), key.expiresAt());
    }
  }

  @Schema(name = "ApiKeyRequest")
  record ApiKeyRequest(
      @Schema(
              description =
                  "read: whatever is the subscriber's; rules: change rules; endpoints: change"
                      + " endpoints, and send again. All of them if left out",
              examples = "[\"read\"]")
          @Nullable List<@Nullable String> scopes,
      @Schema(description = "A moment to come, with offset; it does not end if left out")
          @Nullable String expiresAt) {
    static ApiKeyRequest empty() {
      return new ApiKeyRequest(null, null);
    }
  }

  @Schema(name = "ApiKeyRotation")
  record RotationRequest(
      @Schema(
              description = "How long the one before is still good, PT0S to P30D; P1D if left out",
              examples = "PT24H")
          @Nullable String overlap) {
    static RotationRequest empty() {
      return new RotationRequest(null);
    }
  }

  private static List<String> codes(ApiKey key) {
    return key.scopes().stream().map(Scope::code).sorted().toList();
  }

  @Schema(name = "ApiKeys")
  record ApiKeys(List<ApiKeyResponse> apiKeys) {}

  @Schema(name = "IssuedApiKey")
  record IssuedApiKey(
      String id,
      List<String> scopes,
      Instant createdAt,
      Optional<Instant> expiresAt,
      @Schema(description = "Shown this once") String key) {
    static IssuedApiKey of(IssueApiKey.Issued issued) {
      ApiKey key = issued.apiKey();
      return new IssuedApiKey(key.id(), codes(key), key.createdAt(), key.expiresAt(), issued.key());
    }

    @Override
    public String toString() {
      return "API key " + id;
    }
  }
}
