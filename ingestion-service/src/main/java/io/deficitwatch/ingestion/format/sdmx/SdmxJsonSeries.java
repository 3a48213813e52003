package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.ingestion.format.sdmx.SdmxJsonOutline.DataSet;
import io.deficitwatch.ingestion.format.sdmx.SdmxJsonOutline.Structure;
import io.deficitwatch.ingestion.format.text.JsonWalk;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.quality.ReleaseLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the series of one data set, or its observations where they are not put into series. */
final class SdmxJsonSeries {
  private static final int MOST_FIELDS = 2_000;

  private final JsonWalk walk;
  private final SdmxJsonNumbers numbers;
  private final Structure structure;
  private final SdmxAction action;
  private final SdmxFigures sdmx;
  private final Findings findings;
  private final String pointer;
  private final SdmxScope all;
  private final SdmxGroups groups;

  SdmxJsonSeries(
      JsonWalk walk, Structure structure, DataSet head, SdmxAction action, SdmxFigures sdmx) {
    this.walk = walk;
    this.structure = structure;
    this.action = action;
    this.sdmx = sdmx;
    this.findings = sdmx.figures().findings();
    this.numbers = new SdmxJsonNumbers(SdmxIds.all(sdmx.figures().dataflow()), findings);
    this.pointer = walk.pointer();
    this.all = numbers.scope(pointer, List.of());
    this.groups = numbers.groups(structure, head, pointer);
    structure
        .dimensions()
        .dataSet()
        .forEach(dimension -> all.put(dimension.id(), dimension.values().getFirst()));
    numbers.put(structure.attributes().dataSet(), head.attributes(), 0, all);
  }

  void read() throws IOException {
    walk.object(
        Map.of(
            "series", () -> walk.fields(key -> readSeries(key, pointer + "/series/")),
            "observations",
                () ->
                    walk.fields(
                        key ->
                            observation(key, pointer + "/observations/", all)
                                .ifPresent(
                                    found -> {
                                      found.within(within(found));
                                      sdmx.take(action, found);
                                    }))));
  }

  private void readSeries(String key, String before) throws IOException {
    String place = before + QuotedText.sentence(key);
    SdmxScope series = numbers.scope(place, List.of(all));
    if (!numbers.putKey(structure.dimensions().series(), key, series)) {
      walk.skip();
      return;
    }
    series.within(within(series));
    new OneSeries(series, place).read();
  }

  private List<SdmxRow> within(SdmxScope scope) {
    List<SdmxRow> outer = new ArrayList<>(groups.of(scope));
    outer.add(all);
    return outer;
  }

  private Optional<SdmxScope> observation(String key, String before, SdmxScope outer)
      throws IOException {
    SdmxScope observation = numbers.scope(before + key, List.of(outer));
    if (!numbers.putKey(structure.dimensions().observation(), key, observation)) {
      walk.skip();
      return Optional.empty();
    }
    List<String> texts = texts();
    int value = structure.valuePosition().orElseThrow();
    if (value < texts.size()) {
      observation.put(SdmxIds.OBS_VALUE, texts.get(value));
    }
    numbers.put(
        structure.attributes().observation(), texts, structure.measures().size(), observation);
    return Optional.of(observation);
  }

  private List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    if (walk.isArray()) {
      walk.array(
          () -> {
            String text = SdmxJsonText.read(walk);
            if (texts.size() < MOST_FIELDS) {
              texts.add(text);
            }
          });
    } else if (walk.text().isPresent()) {
      findings.add(walk::pointer, () -> "an array is expected");
    }
    return texts;
  }

  /** One series, whose attributes may stand behind its observations. */
  private final class OneSeries {
    private final SdmxScope scope;
    private final String place;
    private final List<SdmxScope> waiting = new ArrayList<>();
    private boolean attributesRead;
    private boolean any;

    OneSeries(SdmxScope scope, String place) {
      this.scope = scope;
      this.place = place;
      this.attributesRead = !numbers.needs(structure.attributes().series());
    }

    void read() throws IOException {
      walk.object(
          Map.of(
              "attributes",
              this::readAttributes,
              "observations",
              () -> walk.fields(this::readObservation)));
      waiting.forEach(observation -> sdmx.take(action, observation));
      if (!any && action == SdmxAction.DELETE) {
        sdmx.take(action, scope);
      }
    }

    private void readAttributes() throws IOException {
      numbers.put(structure.attributes().series(), texts(), 0, scope);
      attributesRead = true;
    }

    private void readObservation(String key) throws IOException {
      any = true;
      Optional<SdmxScope> observation = observation(key, place + "/observations/", scope);
      if (observation.isEmpty()) {
        return;
      }
      if (attributesRead) {
        sdmx.take(action, observation.get());
      } else if (waiting.size() < ReleaseLimits.MOST_OBSERVATIONS) {
        waiting.add(observation.get());
      } else {
        findings.addOnce(walk::pointer, ReleaseLimits.TOO_MANY);
      }
    }
  }
}
