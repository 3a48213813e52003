package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.ingestion.format.sdmx.SdmxJsonOutline.DataSet;
import io.deficitwatch.ingestion.format.text.JsonWalk;
import io.deficitwatch.ingestion.format.text.JsonWalk.Step;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the data sets of a message of which the outline is known, one observation at a time. */
final class SdmxJsonData {
  private final JsonWalk walk;
  private final SdmxJsonOutline outline;
  private final SdmxFigures sdmx;
  private final Findings findings;
  private int number;

  SdmxJsonData(JsonWalk walk, SdmxJsonOutline outline, SdmxFigures sdmx) {
    this.walk = walk;
    this.outline = outline;
    this.sdmx = sdmx;
    this.findings = sdmx.figures().findings();
  }

  void read() throws IOException {
    if (walk.next()) {
      Step dataSets = () -> walk.array(this::readDataSet);
      walk.object(
          Map.of("dataSets", dataSets, "data", () -> walk.object(Map.of("dataSets", dataSets))));
    }
  }

  private void readDataSet() throws IOException {
    DataSet head = outline.dataSets().get(number++);
    if (head.structure() >= outline.structures().size()) {
      findings.add(walk.pointer(), "there is no structure that says what the numbers stand for");
      walk.skip();
      return;
    }
    SdmxJsonOutline.Structure structure = outline.structures().get(head.structure());
    List<String> names = new ArrayList<>(structure.names());
    head.names().stream().filter(name -> !names.contains(name)).forEach(names::add);
    Optional<SdmxAction> action = SdmxAction.find(head.action());
    if (action.isEmpty()) {
      findings.add(
          walk.pointer() + "/action",
          "%s is no action: Append, Merge, Replace, Information or Delete"
              .formatted(QuotedText.quote(head.action())));
    }
    if (structure.valuePosition().isEmpty()) {
      findings.add(walk.pointer(), "none of the measures is OBS_VALUE");
    }
    if (findings.isEmpty() && sdmx.isOfDataflow(names)) {
      new SdmxJsonSeries(walk, structure, head, action.orElseThrow(), sdmx).read();
    } else {
      walk.skip();
    }
  }
}
