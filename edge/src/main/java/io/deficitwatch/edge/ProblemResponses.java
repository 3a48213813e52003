package io.deficitwatch.edge;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Says in every OpenAPI document what all operations have in common: errors are problem details. A
 * resource states only what its statuses mean.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {
  private static final String PROBLEM = "Problem";
  private static final String FAULT = "Fault";

  /** The statuses that any guarded operation may answer with. */
  private static final List<Map.Entry<String, String>> COMMON =
      List.of(
          Map.entry("401", "No token, or one that is not known"),
          Map.entry("403", "The token does not allow this"),
          Map.entry("503", "The database is out of reach; nothing was done"));

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() == null) {
      return;
    }
    document
        .getPaths()
        .getPathItems()
        .values()
        .forEach(path -> operations(path).forEach(ProblemResponses::describe));
    Components components =
        document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
    components.addSchema(PROBLEM, problem()).addSchema(FAULT, fault());
    document.setComponents(components);
  }

  private static Stream<Operation> operations(PathItem path) {
    return path.getOperations().values().stream();
  }

  private static void describe(Operation operation) {
    APIResponses responses = operation.getResponses();
    for (Map.Entry<String, String> common : COMMON) {
      if (!responses.hasAPIResponse(common.getKey())) {
        responses.addAPIResponse(
            common.getKey(), OASFactory.createAPIResponse().description(common.getValue()));
      }
    }
    responses.getAPIResponses().entrySet().stream()
        .filter(response -> response.getKey().matches("[45]\\d\\d"))
        .map(Map.Entry::getValue)
        .forEach(ProblemResponses::carryProblem);
  }

  private static void carryProblem(APIResponse response) {
    response.setContent(
        OASFactory.createContent()
            .addMediaType(
                ProblemMapping.MEDIA_TYPE,
                OASFactory.createMediaType().schema(reference(PROBLEM))));
  }

  private static Schema problem() {
    return object("Problem details, RFC 9457")
        .addProperty("type", text("Identifies the kind of problem").format("uri"))
        .addProperty("title", text("The kind in words, the same each time"))
        .addProperty("status", OASFactory.createSchema().type(List.of(SchemaType.INTEGER)))
        .addProperty("detail", text("What went wrong this time"))
        .addProperty("instance", text("The path of the request"))
        .addProperty(
            "faults",
            OASFactory.createSchema()
                .type(List.of(SchemaType.ARRAY))
                .description(
                    "Every fault; of more than %d the first are listed"
                        .formatted(Problem.MOST_FAULTS))
                .items(reference(FAULT)));
  }

  private static Schema fault() {
    return object("One thing that is wrong with a request")
        .addProperty(
            "pointer", text("Where: a JSON pointer, line:column, or the name of a parameter"))
        .addProperty("detail", text("What"));
  }

  private static Schema object(String description) {
    return OASFactory.createSchema().type(List.of(SchemaType.OBJECT)).description(description);
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().type(List.of(SchemaType.STRING)).description(description);
  }

  private static Schema reference(String schema) {
    return OASFactory.createSchema().ref("#/components/schemas/" + schema);
  }
}
