package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.subscription.ApiKey;
import io.deficitwatch.alerting.subscription.IssueApiKey;
import io.deficitwatch.alerting.subscription.Subscriber;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
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
      Instant createdAt) {
    static ApiKeyResponse of(ApiKey key) {
      return new ApiKeyResponse(key.id(), key.hint(), key.createdAt());
    }
  }

  @Schema(name = "ApiKeys")
  record ApiKeys(List<ApiKeyResponse> apiKeys) {}

  @Schema(name = "IssuedApiKey")
  record IssuedApiKey(
      String id, Instant createdAt, @Schema(description = "Shown this once") String key) {
    static IssuedApiKey of(IssueApiKey.Issued issued) {
      return new IssuedApiKey(issued.apiKey().id(), issued.apiKey().createdAt(), issued.key());
    }

    @Override
    public String toString() {
      return "API key " + id;
    }
  }
}
