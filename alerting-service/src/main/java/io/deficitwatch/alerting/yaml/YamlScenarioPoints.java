package io.deficitwatch.alerting.yaml;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.deficitwatch.alerting.rule.ScenarioPoints;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the points at start; metrics, which shows them, checks every field of the same file. */
@Startup
@ApplicationScoped
class YamlScenarioPoints implements ScenarioPoints {
  private static final String FILE = "scenarios/meti.yaml";

  private final Map<String, ScenarioPoint> points = new TreeMap<>();

  YamlScenarioPoints() {
    ObjectMapper mapper = ContractsJson.configure(new YAMLMapper());
    try (InputStream file =
        Objects.requireNonNull(
            Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE), FILE)) {
      for (Document document : mapper.readValue(file, Document[].class)) {
        points.put(document.id(), document.point());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + FILE, e);
    }
  }

  /** As far as a rule needs it. */
  record Document(
      String id,
      LocalizedText title,
      TimePeriod period,
      BigDecimal value,
      List<String> indicators) {
    ScenarioPoint point() {
      return new ScenarioPoint(id, title.en(), period, value, indicators);
    }
  }

  @Override
  public Optional<ScenarioPoint> find(String id) {
    return Optional.ofNullable(points.get(id));
  }

  @Override
  public List<String> ids() {
    return List.copyOf(points.keySet());
  }
}
