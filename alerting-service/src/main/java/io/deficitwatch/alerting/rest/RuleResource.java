package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.alert.DeleteRule;
import io.deficitwatch.alerting.alert.SaveRule;
import io.deficitwatch.alerting.alert.Saved;
import io.deficitwatch.alerting.delivery.DueSignal;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleFault;
import io.deficitwatch.alerting.rule.RuleId;
import io.deficitwatch.alerting.rule.RuleStore;
import io.deficitwatch.edge.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

// Not "/v1/rules": that would take "/v1/rules:backtest" for its own.
/** What subscribers want to know. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SUBSCRIBER)
@Tag(name = "Rules", description = "Conditions on indicators")
class RuleResource {
  private final Caller caller;
  private final RuleStore rules;
  private final SaveRule saveRule;
  private final DeleteRule deleteRule;
  private final RuleReader reader;
  private final DueSignal due;

  RuleResource(
      Caller caller,
      RuleStore rules,
      SaveRule saveRule,
      DeleteRule deleteRule,
      RuleReader reader,
      DueSignal due) {
    this.due = due;
    this.reader = reader;
    this.caller = caller;
    this.rules = rules;
    this.saveRule = saveRule;
    this.deleteRule = deleteRule;
  }

  @GET
  @Path("rules")
  @Operation(operationId = "listRules", summary = "A subscriber's rules")
  public RuleBodies.Rules list(@BeanParam Whose whose) {
    String owner = caller.owner(whose);
    Map<RuleId, RuleFault> faults = rules.listFaults(owner);
    return new RuleBodies.Rules(
        rules.list(owner).stream().map(rule -> RuleBodies.Response.of(rule, faults)).toList());
  }

  @GET
  @Path("rules/{id}")
  @Operation(operationId = "getRule", summary = "One rule")
  public RuleBodies.Response get(@PathParam("id") String id, @BeanParam Whose whose) {
    String owner = caller.owner(whose);
    return rules
        .find(new RuleId(owner, Problems.requireId("rule", id)))
        .map(rule -> RuleBodies.Response.of(rule, rules.listFaults(owner)))
        .orElseThrow(() -> Problems.notFound("rule", id));
  }

  @PUT
  @Path("rules/{id}")
  @Operation(
      operationId = "putRule",
      summary = "Adds a rule, or changes one",
      description =
          "It looks at what is published from now on. If its condition or its series changes, the"
              + " alerts it raised are over, without a webhook.")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = RuleBodies.Response.class)))
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = RuleBodies.Response.class)))
  @APIResponse(responseCode = "409", description = "Too many")
  public Response put(
      @PathParam("id") String id, @BeanParam Whose whose, RuleBodies.@Nullable Request request) {
    String owner = caller.owner(whose);
    Rule rule =
        reader.read(
            owner,
            id,
            "",
            Optional.ofNullable(request).orElseGet(RuleBodies.Request::empty),
            caller.isOperator());
    Saved saved = saveRule.save(rule);
    if (saved == Saved.NO_ROOM) {
      throw Problems.tooMany("rules", SaveRule.MOST);
    }
    due.give();
    return Response.status(saved == Saved.ADDED ? 201 : 200)
        .entity(RuleBodies.Response.of(rule, rules.listFaults(owner)))
        .build();
  }

  @DELETE
  @Path("rules/{id}")
  @Operation(
      operationId = "deleteRule",
      summary = "Forgets a rule; its alerts stay, but none fires any more")
  @APIResponse(responseCode = "204", description = "Forgotten")
  public void delete(@PathParam("id") String id, @BeanParam Whose whose) {
    if (!deleteRule.delete(new RuleId(caller.owner(whose), Problems.requireId("rule", id)))) {
      throw Problems.notFound("rule", id);
    }
    due.give();
  }
}
