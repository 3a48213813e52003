package io.deficitwatch.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kinds that operators bring, checked by their custom resource definitions. */
final class DefinedKinds {
  private final Map<String, JsonSchema> schemas = new HashMap<>();

  /** What is wrong with the object; empty if its kind is not one of these. */
  Optional<List<String>> faults(JsonNode object) {
    return Optional.ofNullable(
            schemas.get(object.path("apiVersion").asText() + "/" + object.path("kind").asText()))
        .map(schema -> schema.validate(object).stream().map(ValidationMessage::toString).toList());
  }

  void add(JsonNode definition) {
    for (JsonNode version : definition.at("/spec/versions")) {
      if (version.path("served").asBoolean()) {
        JsonNode schema = version.at("/schema/openAPIV3Schema");
        close(schema);
        schemas.put(
            definition.at("/spec/group").asText()
                + "/"
                + version.path("name").asText()
                + "/"
                + definition.at("/spec/names/kind").asText(),
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema));
      }
    }
  }

  /** A cluster drops unknown fields without a word; here they are to be found. */
  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.has("properties")
        && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    schema.path("properties").forEach(DefinedKinds::close);
    if (schema.has("items")) {
      close(schema.path("items"));
    }
  }
}
