package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.format.sdmx.SdmxJsonOutline.DataSet;
import io.deficitwatch.ingestion.format.sdmx.SdmxJsonOutline.Structure;
import io.deficitwatch.ingestion.format.text.JsonWalk;
import io.deficitwatch.ingestion.format.text.JsonWalk.Step;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.quality.ReleaseLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a message for everything but its figures, in whatever order it stands. */
final class SdmxJsonOutlineReader {
  private static final int MOST_DATA_SETS = 10_000;
  private static final int MOST_ERRORS = 10;

  private final JsonWalk walk;
  private final Findings findings;
  private final SdmxMemory memory;
  private final SdmxJsonStructureReader structureReader;
  private final List<Structure> structures = new ArrayList<>();
  private final List<DataSet> dataSets = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private String prepared = "";
  private int groups;

  SdmxJsonOutlineReader(JsonWalk walk, Figures figures) {
    this.walk = walk;
    this.findings = figures.findings();
    this.memory = new SdmxMemory(findings);
    this.structureReader = new SdmxJsonStructureReader(walk, figures, memory);
  }

  SdmxJsonOutline read() throws IOException {
    if (walk.next()) {
      // 1.0 has all of it outermost, later versions within "data".
      Map<String, Step> fields = new HashMap<>(dataFields());
      fields.put("header", this::readHeader);
      fields.put("meta", this::readHeader);
      fields.put("data", () -> walk.object(dataFields()));
      fields.put("errors", this::readErrors);
      fields.put("error", this::readErrors);
      walk.object(fields);
      if (walk.next()) {
        findings.add(walk.pointer(), "another message follows; hand in one at a time");
      }
    }
    return new SdmxJsonOutline(
        prepared, QuotedText.sentence(String.join("; ", errors)), structures, dataSets);
  }

  private Map<String, Step> dataFields() {
    return Map.of(
        "structure", this::readStructure,
        "structures", () -> walk.array(this::readStructure),
        "dataSets", () -> walk.array(this::readDataSet));
  }

  private void readHeader() throws IOException {
    walk.object(Map.of("prepared", () -> prepared = walk.text().orElse("")));
  }

  private void readErrors() throws IOException {
    if (walk.isArray()) {
      walk.array(this::readError);
    } else if (walk.isObject()) {
      readError();
    }
  }

  private void readError() throws IOException {
    List<String> words = new ArrayList<>();
    Step text = () -> words.add(walk.text().orElse(""));
    walk.object(Map.of("code", text, "message", text, "title", text, "detail", text));
    if (errors.size() < MOST_ERRORS) {
      errors.add(String.join(" ", words));
    }
  }

  private void readStructure() throws IOException {
    if (structures.size() < MOST_DATA_SETS) {
      structures.add(structureReader.read());
    } else {
      walk.skip();
    }
  }

  private void readDataSet() throws IOException {
    int[] structure = {0};
    String[] action = {""};
    List<String> names = new ArrayList<>();
    List<String> attributes = new ArrayList<>();
    Map<String, List<String>> byGroup = new HashMap<>();
    walk.object(
        Map.of(
            "structure", () -> structure[0] = number(),
            "action", () -> action[0] = walk.text().orElse(""),
            "links", () -> walk.array(() -> structureReader.readLink(names)),
            "attributes", () -> readAttributes(attributes),
            "dimensionGroupAttributes", () -> walk.fields(key -> readGroup(key, byGroup))));
    if (dataSets.size() < MOST_DATA_SETS) {
      dataSets.add(new DataSet(structure[0], action[0], names, attributes, byGroup));
    } else {
      findings.addOnce(walk::pointer, "there are too many data sets");
    }
  }

  private void readGroup(String key, Map<String, List<String>> byGroup) throws IOException {
    List<String> attributes = new ArrayList<>();
    readAttributes(attributes);
    groups++;
    if (groups > ReleaseLimits.MOST_SERIES) {
      findings.addOnce(walk::pointer, "there are too many groups of series");
    } else {
      byGroup.put(memory.keep(key, walk::pointer), attributes);
    }
  }

  private void readAttributes(List<String> attributes) throws IOException {
    walk.array(
        () -> {
          String text = SdmxJsonText.read(walk);
          if (!memory.isFull()) {
            attributes.add(memory.keep(text, walk::pointer));
          }
        });
  }

  private int number() throws IOException {
    String text = walk.text().orElse("0");
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
  }
}
