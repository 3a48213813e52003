package io.deficitwatch.ingestion.rest;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** Says in the OpenAPI document how callers show who they are. */
@SecurityScheme(
    securitySchemeName = "bearerToken",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description =
        "A token of the role publisher to hand releases in; of the role reader to read them, unless"
            + " the service lets anonymous callers read")
public class IngestionApi extends Application {}
