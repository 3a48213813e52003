package io.deficitwatch.alerting.rest;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whose things a request is about, as it says; {@link Caller} knows whether it may. */
class Whose {
  @RestQuery
  @Parameter(description = "For operators: whose; subscribers have their own")
  @Nullable String subscriberId;
}
