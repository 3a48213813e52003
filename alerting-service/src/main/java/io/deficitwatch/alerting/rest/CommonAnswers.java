package io.deficitwatch.alerting.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Says in the OpenAPI document what every operation on something of a subscriber may answer. Stated
 * by the resources it would hide their success: that is found from the return type only where
 * nothing is stated. Comes before the filter that gives errors their body.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = 100)
public class CommonAnswers implements OASFilter {
  private static final List<Map.Entry<String, String>> COMMON =
      List.of(
          Map.entry("400", "The request is not valid; every fault is named"),
          Map.entry("404", "Not found"));

  @Override
  public Operation filterOperation(Operation operation) {
    if (!namesSomething(operation)) {
      return operation;
    }
    APIResponses responses = operation.getResponses();
    COMMON.stream()
        .filter(common -> !responses.hasAPIResponse(common.getKey()))
        .forEach(
            common ->
                responses.addAPIResponse(
                    common.getKey(),
                    OASFactory.createAPIResponse().description(common.getValue())));
    return operation;
  }

  /** Whose things it is about, or which. */
  private static boolean namesSomething(Operation operation) {
    return Stream.ofNullable(operation.getParameters())
        .flatMap(List::stream)
        .anyMatch(
            parameter ->
                parameter.getIn() == Parameter.In.PATH
                    || "subscriberId".equals(parameter.getName()));
  }
}
