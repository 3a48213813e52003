package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.contracts.json.ContractsJson;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Tags answers by what they say, and answers 304 to who has it already. The tag is weak: JSON, CSV
 * and their compressed forms share it.
 */
class EntityTags {
  private static final int LENGTH = 32;

  @ServerResponseFilter
  void tag(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() != Response.Status.OK.getStatusCode()
        || !(response.getEntity() instanceof Fingerprinted answer)) {
      return;
    }
    EntityTag tag = new EntityTag(fingerprint(answer.content()), true);
    response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    // To be asked about each time: a release can come at any moment
    response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    answer
        .lastModified()
        .ifPresent(
            moment ->
                response.getHeaders().putSingle(HttpHeaders.LAST_MODIFIED, Date.from(moment)));
    Response.@Nullable ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(tag);
    if (unchanged != null) {
      response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
      response.setEntity(null);
    }
  }

  /** Of whatever JSON says of it. */
  static String fingerprint(Object content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(ContractsJson.mapper().writeValueAsBytes(content));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
