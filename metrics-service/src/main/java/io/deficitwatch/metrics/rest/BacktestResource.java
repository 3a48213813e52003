package io.deficitwatch.metrics.rest;

import io.deficitwatch.edge.Csv;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.backtest.Basis;
import io.deficitwatch.metrics.backtest.Truth;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How projections would have done. */
@Path("/v1/projections")
@Produces({MediaType.APPLICATION_JSON, Csv.TEXT_CSV})
@RolesAllowed(Role.READER)
@APIResponse(responseCode = "200")
@APIResponse(responseCode = "400", description = "A parameter is not valid; every fault is named")
@APIResponse(responseCode = "404", description = "Not found")
@APIResponse(responseCode = "503", description = Projections.NOT_NOW)
@Tag(name = "Projections")
class BacktestResource {
  private final Views views;
  private final Projections projections;
  private final KnownBacktests backtests;

  BacktestResource(Views views, Projections projections, KnownBacktests backtests) {
    this.views = views;
    this.projections = projections;
    this.backtests = backtests;
  }

  @GET
  @Path("/{id}/backtest")
  @Operation(
      operationId = "getBacktest",
      summary = "What the engine would have projected at each release, and its errors",
      description =
          "The engine of today, given what was known at each of the latest "
              + "releases, beside what came. The horizons sum it up by how far ahead.")
  public BacktestResponse backtest(
      @PathParam("id") String id,
      @BeanParam ProjectionParameters wanted,
      @RestQuery
          @Nullable
          @Parameter(
              description =
                  "VINTAGES (default): from what was known at each release; LATEST: from the"
                      + " figures as now revised, cut off at each period")
          String basis,
      @RestQuery
          @Nullable
          @Parameter(description = "Compare with figures as FIRST published, or LATEST (default)")
          String truth) {
    Parameters parameters = new Parameters();
    ProjectionParameters.Request request =
        wanted.read(parameters, views.definition(id, wanted.asOf));
    Optional<Basis> from = parameters.read("basis", basis, text -> one(Basis.values(), text));
    Optional<Truth> with = parameters.read("truth", truth, text -> one(Truth.values(), text));
    parameters.requireNoFaults();
    List<IndicatorHistory> histories =
        projections.histories(request.definition(), request.frequency(), request.asOf());
    return BacktestResponse.of(
        request,
        histories,
        backtests.find(
            request.definition().ref(request.frequency()),
            histories,
            from.orElse(Basis.VINTAGES),
            with.orElse(Truth.LATEST)));
  }

  private static <T extends Enum<T>> T one(T[] known, String text) {
    return Arrays.stream(known)
        .filter(value -> value.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("is one of " + Arrays.toString(known)));
  }
}
