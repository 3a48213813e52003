package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.ingestion.format.text.XmlWalk;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** Reads data sets, one observation at a time. */
final class SdmxMlData {
  private final XmlWalk walk;
  private final SdmxMlValues values;
  private final SdmxMlHeader header;
  private final SdmxFigures sdmx;
  private final Findings findings;
  private final Set<String> ids;
  private final Set<String> dimensions;
  private boolean empty = true;

  /**
   * @param generic whether values stand in elements, as in 2.1 generic, or in attributes
   */
  SdmxMlData(XmlWalk walk, boolean generic, SdmxMlHeader header, SdmxFigures sdmx) {
    this.walk = walk;
    this.values = new SdmxMlValues(walk, generic);
    this.header = header;
    this.sdmx = sdmx;
    this.findings = sdmx.figures().findings();
    this.ids = SdmxIds.all(sdmx.figures().dataflow());
    this.dimensions = SdmxIds.dimensions(sdmx.figures().dataflow());
  }

  /** Whether no observation was read and nothing deleted. */
  boolean isEmpty() {
    return empty;
  }

  void read() throws XMLStreamException {
    SdmxMlHeader.Structure structure = header.structure(walk.attribute("structureRef").orElse(""));
    String said = walk.attribute("action").orElse(header.action());
    Optional<SdmxAction> action = SdmxAction.find(said);
    if (action.isEmpty()) {
      findings.add(
          walk.place(),
          "%s is no action: Append, Merge, Replace, Information or Delete"
              .formatted(QuotedText.quote(said)));
    }
    if (sdmx.isOfDataflow(structure.names()) && action.isPresent()) {
      new DataSet(structure.atObservation(), action.get()).read();
    } else {
      empty = false;
    }
  }

  private SdmxScope scope(List<SdmxRow> outer) {
    int line = walk.line();
    int column = walk.column();
    return new SdmxScope(ids, () -> line + ":" + column, outer);
  }

  private final class DataSet {
    private final String atObservation;
    private final SdmxAction action;
    private final SdmxScope all = scope(List.of());
    private final SdmxGroups groups = new SdmxGroups(findings);

    DataSet(String atObservation, SdmxAction action) {
      this.atObservation = atObservation;
      this.action = action;
    }

    void read() throws XMLStreamException {
      values.take(all);
      walk.children(
          name -> {
            switch (name) {
              case "Series" -> readSeries();
              case "Obs" -> readObservation(all, true);
              case "Group", "Atts" -> readGroup();
              default -> values.takeWithin(name, all, atObservation);
            }
          });
    }

    private void readGroup() throws XMLStreamException {
      SdmxScope group = scope(List.of());
      values.take(group);
      walk.children(name -> values.takeWithin(name, group, atObservation));
      Map<String, String> key = new HashMap<>(group.own());
      key.keySet().retainAll(dimensions);
      group.own().keySet().removeAll(dimensions);
      groups.add(key, group);
    }

    private void readSeries() throws XMLStreamException {
      SdmxScope series = scope(List.of(all));
      values.take(series);
      boolean[] hasObservations = {false};
      walk.children(
          name -> {
            if (name.equals("Obs")) {
              if (!hasObservations[0]) {
                series.within(within(series));
                hasObservations[0] = true;
              }
              readObservation(series, false);
            } else {
              values.takeWithin(name, series, atObservation);
            }
          });
      if (!hasObservations[0] && action == SdmxAction.DELETE) {
        empty = false;
        sdmx.take(action, series);
      }
    }

    private void readObservation(SdmxScope outer, boolean flat) throws XMLStreamException {
      empty = false;
      SdmxScope observation = scope(List.of(outer));
      values.take(observation);
      walk.children(name -> values.takeWithin(name, observation, atObservation));
      if (flat) {
        observation.within(within(observation));
      }
      sdmx.take(action, observation);
    }

    private List<SdmxRow> within(SdmxScope scope) {
      List<SdmxRow> outer = new ArrayList<>(groups.of(scope));
      outer.add(all);
      return outer;
    }
  }
}
