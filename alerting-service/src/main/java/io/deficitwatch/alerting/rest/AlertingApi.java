package io.deficitwatch.alerting.rest;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** Says in the OpenAPI document how callers show who they are. */
@SecurityScheme(
    securitySchemeName = "bearerToken",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description =
        "A subscriber's API key, a token of the role operator, or a JSON Web Token of the operator's"
            + " OpenID Connect provider")
public class AlertingApi extends Application {}
