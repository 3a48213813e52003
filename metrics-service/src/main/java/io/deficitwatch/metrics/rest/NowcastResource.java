package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.crossing.Nowcast;
import io.deficitwatch.metrics.crossing.Threshold;
import io.deficitwatch.metrics.forecast.SimulatedPaths.Direction;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.indicator.Sum;
import io.deficitwatch.metrics.projection.Observed;
import io.deficitwatch.metrics.projection.Projected;
import io.deficitwatch.metrics.rest.CrossingsResponse.ThresholdResponse;
import io.deficitwatch.metrics.rest.NowcastResponse.Chance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How the running year will end. */
@Path("/v1/projections")
@Produces({MediaType.APPLICATION_JSON, Csv.TEXT_CSV})
@RolesAllowed(Role.READER)
@APIResponse(responseCode = "200")
@APIResponse(responseCode = "400", description = "A parameter is not valid; every fault is named")
@APIResponse(responseCode = "404", description = "Not found")
@APIResponse(responseCode = "503", description = Projections.NOT_NOW)
@Tag(name = "Projections")
class NowcastResource {
  private final Views views;
  private final Projections projections;
  private final Thresholds thresholds;
  private final KnownBacktests backtests;

  NowcastResource(
      Views views, Projections projections, Thresholds thresholds, KnownBacktests backtests) {
    this.views = views;
    this.projections = projections;
    this.thresholds = thresholds;
    this.backtests = backtests;
  }

  @GET
  @Path("/{id}/nowcast")
  @Operation(
      operationId = "getNowcast",
      summary = "How the running period will end, by the months known so far",
      description =
          "The months that are known and simulated paths of those that are not. record says how"
              + " likely the period sets a new one. Every release brings it up to date; asOf shows"
              + " it as it was.")
  public NowcastResponse nowcast(
      @PathParam("id") String id,
      @BeanParam ProjectionParameters wanted,
      @BeanParam ThresholdParameters threshold,
      @RestQuery
          @Nullable
          @Parameter(
              description = "The period; by default the one that the next month belongs to",
              example = "2026")
          String period) {
    Parameters parameters = new Parameters();
    ProjectionParameters.Request request =
        wanted.read(parameters, views.definition(id, wanted.asOf));
    ThresholdParameters.Request asked = threshold.read(parameters, false);
    Optional<TimePeriod> given = parameters.read("period", period, ProjectionParameters::period);
    requireFit(parameters, request, given);
    parameters.requireNoFaults();
    List<IndicatorHistory> months =
        projections.histories(request.definition(), Frequency.M, request.asOf());
    List<Observed> observed = Observed.latest(months);
    if (observed.isEmpty()) {
      throw projections.missing(request.definition(), Frequency.M, 0);
    }
    TimePeriod last = observed.getLast().period();
    TimePeriod running = TimePeriod.containing(last.plus(1).lastMonth(), request.frequency());
    List<IndicatorHistory> all =
        projections.histories(request.definition(), request.frequency(), request.asOf());
    requireMonths(request, running, last, all);
    TimePeriod end = given.orElse(running);
    if (Nowcast.stepsTo(end, last) < 1) {
      throw Parameters.refusal(
          "period", "%s has ended: months are known to %s".formatted(end, last));
    }
    Projected monthly =
        projections.project(
            request.definition(),
            Frequency.M,
            months,
            Optional.of(new Projections.Last("period", TimePeriod.ofMonth(end.lastMonth()))));
    Nowcast nowcast =
        Nowcast.of(end, monthly)
            .orElseThrow(
                () -> Parameters.refusal("period", "a month of %s is not known".formatted(end)));
    return response(request, asked, nowcast, monthly, months, all);
  }

  // Published totals can be far ahead of their months
  private static void requireMonths(
      ProjectionParameters.Request request,
      TimePeriod running,
      TimePeriod lastMonth,
      List<IndicatorHistory> all) {
    List<Observed> whole = Observed.latest(all);
    if (!whole.isEmpty() && whole.getLast().period().compareTo(running) >= 0) {
      throw Problems.monthsBehind(request.definition().id(), lastMonth, whole.getLast().period());
    }
  }

  private static void requireFit(
      Parameters parameters, ProjectionParameters.Request request, Optional<TimePeriod> period) {
    IndicatorDefinition definition = request.definition();
    if (!definition.formula().frequencies().contains(Frequency.M)
        || !(definition.formula() instanceof Sum)) {
      parameters.refuse("freq", definition.id() + " is no sum of months");
    } else if (request.frequency() == Frequency.M) {
      parameters.refuse("freq", "is that of a period of several months");
    }
    period
        .filter(one -> one.frequency() != request.frequency())
        .ifPresent(
            one ->
                parameters.refuse("period", one + " is not of frequency " + request.frequency()));
  }

  private NowcastResponse response(
      ProjectionParameters.Request request,
      ThresholdParameters.Request asked,
      Nowcast nowcast,
      Projected monthly,
      List<IndicatorHistory> months,
      List<IndicatorHistory> all) {
    List<IndicatorHistory> likes =
        all.stream().filter(history -> history.period().isLike(nowcast.period())).toList();
    var point = nowcast.point();
    return new NowcastResponse(
        request.head(),
        nowcast.period(),
        ObservationStatus.F,
        nowcast.monthsKnown(),
        request.frequency().months() - nowcast.monthsKnown().size(),
        nowcast.known(),
        point.value(),
        point.median().orElseThrow(),
        point.interval50().orElseThrow(),
        point.interval80(),
        point.interval95(),
        Threshold.liveRecord(likes)
            .map(
                record ->
                    new Chance(
                        described(record, record.direction()),
                        nowcast.probabilityBelow(record.value()))),
        threshold(request, asked, nowcast, all, likes),
        monthly.path().method(),
        request.definition().formula().parts(),
        monthly.vintage(),
        request.coverage(months),
        Calibration.of(backtests.calibrating(request.definition().ref(Frequency.M), months)),
        request.definition().description().creditLines());
  }

  private Optional<Chance> threshold(
      ProjectionParameters.Request request,
      ThresholdParameters.Request asked,
      Nowcast nowcast,
      List<IndicatorHistory> all,
      List<IndicatorHistory> likes) {
    if (!asked.isGiven()) {
      return Optional.empty();
    }
    if (thresholds.findIndicator(asked, request).isPresent()) {
      throw Parameters.refusal("reference", "a nowcast is compared with a figure that stands");
    }
    // A record is one of its kind; the figure of a period may be any one's
    Threshold threshold = thresholds.find(asked, request, asked.isLiveRecord() ? likes : all);
    return Optional.of(chance(nowcast, threshold, asked.direction().orElse(threshold.direction())));
  }

  private static Chance chance(Nowcast nowcast, Threshold threshold, Direction direction) {
    return new Chance(
        described(threshold, direction), nowcast.probabilityPast(threshold.value(), direction));
  }

  private static ThresholdResponse described(Threshold threshold, Direction direction) {
    return new ThresholdResponse(
        Optional.of(threshold.value()),
        threshold.label(),
        ThresholdResponse.side(direction),
        threshold.vintage());
  }
}
