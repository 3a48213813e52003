package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.format.sdmx.SdmxJsonOutline.Component;
import io.deficitwatch.ingestion.format.sdmx.SdmxJsonOutline.Levels;
import io.deficitwatch.ingestion.format.sdmx.SdmxJsonOutline.Structure;
import io.deficitwatch.ingestion.format.text.JsonWalk;
import io.deficitwatch.ingestion.format.text.JsonWalk.Step;
import io.deficitwatch.ingestion.quality.Findings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what the numbers of a message stand for. Only codes that we have a use for are kept. */
final class SdmxJsonStructureReader {
  private static final int MOST_COMPONENTS = 1_000;
  private static final int MOST_OF_ALL = 100_000;
  // 90 years of days for each of a few dimensions, and more series than a release may have
  private static final int MOST_VALUES = 500_000;
  private static final int MOST_NAMES = 20;

  private final JsonWalk walk;
  private final Findings findings;
  private final Set<String> ids;
  private final SdmxMemory memory;
  private int values;
  private int components;

  SdmxJsonStructureReader(JsonWalk walk, Figures figures, SdmxMemory memory) {
    this.walk = walk;
    this.memory = memory;
    this.findings = figures.findings();
    this.ids = SdmxIds.all(figures.dataflow());
  }

  Structure read() throws IOException {
    Set<String> names = new LinkedHashSet<>();
    List<Levels> dimensions = new ArrayList<>();
    List<Levels> attributes = new ArrayList<>();
    List<String> measures = new ArrayList<>();
    walk.object(
        Map.of(
            "links", () -> readLinks(names),
            "dimensions", () -> dimensions.add(readLevels(true)),
            "attributes", () -> attributes.add(readLevels(false)),
            "measures", () -> readMeasures(measures)));
    return new Structure(
        List.copyOf(names),
        dimensions.isEmpty() ? none() : dimensions.getLast(),
        attributes.isEmpty() ? none() : attributes.getLast(),
        measures.isEmpty() ? List.of(SdmxIds.OBS_VALUE) : measures);
  }

  private static Levels none() {
    return new Levels(List.of(), List.of(), List.of(), List.of());
  }

  private void readLinks(Set<String> names) throws IOException {
    List<String> found = new ArrayList<>();
    walk.array(() -> readLink(found));
    names.addAll(found);
  }

  /** Adds the structures that a link names. */
  void readLink(List<String> names) throws IOException {
    Step urn = () -> walk.text().map(SdmxNames::ofUrn).ifPresent(name -> add(name, names));
    Step address =
        () -> walk.text().flatMap(SdmxNames::ofAddress).ifPresent(name -> add(name, names));
    walk.object(Map.of("urn", urn, "href", address));
  }

  private static void add(String name, List<String> names) {
    if (names.size() < MOST_NAMES && !names.contains(name)) {
      names.add(name);
    }
  }

  private Levels readLevels(boolean dimensions) throws IOException {
    List<Component> dataSet = new ArrayList<>();
    List<Component> group = new ArrayList<>();
    List<Component> series = new ArrayList<>();
    List<Component> observation = new ArrayList<>();
    walk.object(
        Map.of(
            "dataSet", () -> readComponents(dataSet, dimensions),
            "dimensionGroup", () -> readComponents(group, dimensions),
            "series", () -> readComponents(series, dimensions),
            "observation", () -> readComponents(observation, dimensions)));
    return new Levels(dataSet, group, series, observation);
  }

  private void readComponents(List<Component> components, boolean dimensions) throws IOException {
    walk.array(
        () -> {
          Component component = readComponent();
          this.components++;
          if (components.size() >= MOST_COMPONENTS || this.components > MOST_OF_ALL) {
            findings.addOnce(
                walk::pointer,
                "there are more than %d dimensions or attributes".formatted(MOST_COMPONENTS));
          } else {
            components.add(component);
          }
          if (dimensions && component.values().isEmpty()) {
            findings.add(walk::pointer, () -> "the dimension has no values");
          }
        });
  }

  private Component readComponent() throws IOException {
    String[] id = {""};
    String[] position = {""};
    List<String> codes = new ArrayList<>();
    walk.object(
        Map.of(
            "id", () -> id[0] = memory.keep(walk.text().orElse(""), walk::pointer),
            "keyPosition", () -> position[0] = walk.text().orElse(""),
            "values", () -> walk.array(() -> readValue(id[0], codes))));
    return new Component(
        id[0], position[0].matches("\\d{1,3}") ? Integer.parseInt(position[0]) : -1, codes);
  }

  private void readValue(String id, List<String> codes) throws IOException {
    values++;
    if (values > MOST_VALUES
        || memory.isFull()
        || !(ids.contains(id) || id.isEmpty() || codes.isEmpty())) {
      if (values > MOST_VALUES) {
        findings.addOnce(walk::pointer, "there are more than %d codes".formatted(MOST_VALUES));
      }
      walk.skip();
    } else if (walk.isObject()) {
      String[] code = {"", "", ""};
      walk.object(
          Map.of(
              "id", () -> code[0] = SdmxJsonText.read(walk),
              "value", () -> code[1] = SdmxJsonText.read(walk),
              "name", () -> code[2] = SdmxJsonText.read(walk)));
      keep(code[0].isEmpty() ? code[1].isEmpty() ? code[2] : code[1] : code[0], codes);
    } else {
      keep(SdmxJsonText.read(walk), codes);
    }
  }

  private void keep(String code, List<String> codes) {
    codes.add(memory.keep(code, walk::pointer));
  }

  private void readMeasures(List<String> measures) throws IOException {
    walk.object(
        Map.of(
            "observation",
            () ->
                walk.array(
                    () -> {
                      Component measure = readComponent();
                      if (measures.size() < MOST_COMPONENTS) {
                        measures.add(measure.id());
                      }
                      if (!measure.values().isEmpty() && measure.id().equals(SdmxIds.OBS_VALUE)) {
                        findings.add(walk.pointer(), "the value is a code and no number");
                      }
                    })));
  }
}
