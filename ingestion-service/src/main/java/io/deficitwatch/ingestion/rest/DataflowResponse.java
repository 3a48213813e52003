package io.deficitwatch.ingestion.rest;

import io.deficitwatch.contracts.event.ReleaseRemarks.Severity;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.edge.CreditLines;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.Scope;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dataflow as the catalogue has it. */
@Schema(name = "Dataflow")
record DataflowResponse(
    DataflowRef dataflow,
    @Schema(description = "In the order in which a series key has their codes")
        List<DimensionResponse> dimensions,
    @Schema(description = "WHOLE: a release has all of it; SELECTION: what somebody asked for")
        Scope scope,
    @Schema(description = "Time of day and zone of its releases", examples = "08:50 Asia/Tokyo")
        String releasedAt,
    @Schema(description = "From which severity of findings on a release is held; absent: never")
        Optional<Severity> hold,
    @Schema(description = "What the publisher asks to be shown beside its data")
        Optional<String> creditLine) {
  static DataflowResponse of(CataloguedDataflow dataflow, CreditLines creditLines) {
    return new DataflowResponse(
        dataflow.ref(),
        dataflow.dimensions().stream()
            .map(
                dimension ->
                    new DimensionResponse(
                        dimension.id(), dimension.codes().stream().sorted().toList()))
            .toList(),
        dataflow.publication().scope(),
        dataflow.publication().time() + " " + dataflow.publication().zone(),
        dataflow.checks().hold(),
        creditLines.find(dataflow.ref().agency()));
  }

  /** One dimension. */
  @Schema(name = "Dimension")
  record DimensionResponse(
      String id, @Schema(description = "Those that it takes; none: any") List<String> codes) {}
}
