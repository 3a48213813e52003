package io.deficitwatch.edge;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says in every OpenAPI document that a table is text. It is found from the type that an operation
 * returns otherwise, which is what the same answer looks like in JSON.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class TableResponses implements OASFilter {
  @Override
  public APIResponse filterAPIResponse(APIResponse response) {
    if (response.getContent() != null && response.getContent().hasMediaType(Csv.TEXT_CSV)) {
      response
          .getContent()
          .getMediaType(Csv.TEXT_CSV)
          .setSchema(OASFactory.createSchema().type(List.of(SchemaType.STRING)));
    }
    return response;
  }
}
