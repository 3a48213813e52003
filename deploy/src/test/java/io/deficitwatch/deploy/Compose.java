package io.deficitwatch.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** docker-compose.yml, with its anchors and merges applied. */
final class Compose {
  // Jackson's YAML reader does not apply merge keys.
  private static final JsonNode FILE =
      new ObjectMapper()
          .valueToTree(new Yaml(new LoaderOptions()).load(Repository.text("docker-compose.yml")));

  private Compose() {}

  static JsonNode service(String name) {
    JsonNode service = FILE.path("services").path(name);
    if (service.isMissingNode()) {
      throw new AssertionError("docker-compose.yml has no service " + name);
    }
    return service;
  }

  static JsonNode services() {
    return FILE.path("services");
  }

  static Map<String, String> environmentOf(String name) {
    var environment = new TreeMap<String, String>();
    service(name)
        .path("environment")
        .properties()
        .forEach(variable -> environment.put(variable.getKey(), variable.getValue().asText()));
    return environment;
  }

  static String imageOf(String name) {
    return Objects.requireNonNull(service(name).path("image").asText());
  }
}
