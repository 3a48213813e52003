package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.alert.Backtest;
import io.deficitwatch.alerting.alert.Backtest.Outcome;
import io.deficitwatch.alerting.delivery.PreviewDeliveries;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleId;
import io.deficitwatch.alerting.rule.RuleStore;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;
import io.deficitwatch.edge.Role;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a rule would have found. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SUBSCRIBER)
@Tag(name = "Rules")
class BacktestResource {
  private static final String UNNAMED = "backtest";

  private final Caller caller;
  private final RuleStore rules;
  private final RuleReader reader;
  private final Backtest backtest;
  private final PreviewDeliveries previewDeliveries;
  private final BacktestLimit limits;
  private final Clock clock;

  BacktestResource(
      Caller caller,
      RuleStore rules,
      RuleReader reader,
      Backtest backtest,
      PreviewDeliveries previewDeliveries,
      BacktestLimit limits,
      Clock clock) {
    this.caller = caller;
    this.rules = rules;
    this.reader = reader;
    this.backtest = backtest;
    this.previewDeliveries = previewDeliveries;
    this.limits = limits;
    this.clock = clock;
  }

  @POST
  @Path("rules:backtest")
  @Produces({MediaType.APPLICATION_JSON, Csv.TEXT_CSV})
  @Operation(
      operationId = "backtestRule",
      summary = "Says what a rule would have found, as of each release",
      description =
          "By the same evaluation as live, over all that is kept. Nothing is stored, nobody is"
              + " told. With Accept: text/csv the transitions alone, and the next page as the header"
              + " Link.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "404", description = "There is no such rule")
  @APIResponse(responseCode = "422", description = "Too large, or the rule cannot be evaluated")
  @APIResponse(
      responseCode = "503",
      description =
          "busy: the turn did not come, or too many wait already; one of a subscriber runs at a time")
  public BacktestBodies.Response run(
      @BeanParam Whose whose,
      @RestQuery
          @Nullable
          @Parameter(description = "Of the transitions; 1 to 1000, 1000 by default")
          String limit,
      @RestQuery
          @Nullable
          @Parameter(
              description =
                  "next of the answer before. Refused if it is of another rule, of another edition"
                      + " of it, or of other moments")
          String cursor,
      BacktestBodies.@Nullable Request body,
      @Context UriInfo uri,
      @Context HttpServerResponse response) {
    String owner = caller.owner(whose);
    BacktestBodies.Request request =
        Optional.ofNullable(body).orElseGet(BacktestBodies.Request::empty);
    var parameters = new Parameters();
    Optional<Instant> from = parameters.moment("/from", request.from());
    Optional<Instant> to = parameters.moment("/to", request.to());
    if ((request.rule() == null) == (request.ruleId() == null)) {
      parameters.refuse("/rule", "give either rule or ruleId");
    }
    BacktestBodies.Page page = BacktestBodies.Page.read(parameters, limit, cursor);
    parameters.requireNoFaults();
    BacktestBodies.Response answer =
        limits.within(owner, () -> run(owner, request, page, from, to));
    // CSV has no room for it
    answer
        .next()
        .map(next -> uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build())
        .ifPresent(next -> response.putHeader("Link", "<" + next + ">; rel=\"next\""));
    return answer;
  }

  private BacktestBodies.Response run(
      String owner,
      BacktestBodies.Request request,
      BacktestBodies.Page page,
      Optional<Instant> from,
      Optional<Instant> to) {
    Rule rule = rule(owner, request);
    page.after().ifPresent(cursor -> cursor.requireOf(rule, from, to));
    Instant end = page.after().map(BacktestCursor::to).or(() -> to).orElseGet(clock::instant);
    Outcome.Found found = found(backtest.run(rule, from, Optional.of(end)));
    return new BacktestBodies.Response(
        page.of(found.changes()).stream().map(BacktestBodies.Step::of).toList(),
        BacktestBodies.Summary.of(
            found,
            Optional.of(found)
                .filter(_ -> page.isFirst())
                .map(all -> previewDeliveries.count(owner, all.announced()))),
        found.coverage(),
        Optional.ofNullable(request.comparedWith())
            .filter(_ -> page.isFirst())
            .map(id -> stored(owner, id))
            .map(other -> found(backtest.run(other, from, Optional.of(end))))
            .map(other -> BacktestBodies.Difference.of(found, other)),
        page.next(found.changes().size())
            .map(skipped -> BacktestCursor.of(skipped, from, end, rule).toString()));
  }

  private Rule rule(String owner, BacktestBodies.Request request) {
    RuleBodies.Request given = request.rule();
    if (given != null) {
      String id = Optional.ofNullable(request.comparedWith()).orElse(UNNAMED);
      return reader.read(owner, id, "/rule", given, caller.isOperator());
    }
    return stored(owner, String.valueOf(request.ruleId()));
  }

  private Rule stored(String owner, String id) {
    return rules
        .find(new RuleId(owner, Problems.requireId("rule", id)))
        .orElseThrow(() -> Problems.notFound("rule", id));
  }

  private static Outcome.Found found(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Found found -> found;
      case Outcome.TooLarge(int figures) ->
          throw refusal(
              "backtest-too-large",
              "There is too much to go through",
              "%d figures are kept of what the rule looks at, more than %d."
                  .formatted(figures, Backtest.MOST_FIGURES));
      case Outcome.Unfit(String reason) ->
          throw refusal("unfit-rule", "The rule cannot be evaluated", reason);
    };
  }

  private static ProblemException refusal(String slug, String title, String detail) {
    return new ProblemException(Problem.of(422, slug, title, detail));
  }
}
