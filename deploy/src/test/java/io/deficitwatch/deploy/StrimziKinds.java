package io.deficitwatch.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of the Strimzi operator, checked by its own resource definitions, which its generator
 * writes from its API classes.
 */
final class StrimziKinds {
  private static final List<Class<?>> KINDS =
      List.of(Kafka.class, KafkaNodePool.class, KafkaTopic.class);

  private final Map<String, JsonSchema> schemas = new HashMap<>();

  StrimziKinds(Path directory) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("io.strimzi.crdgenerator.CrdGenerator");
    command.addAll(List.of("--yaml", "--target-kube", "1.30+"));
    KINDS.forEach(kind -> command.add(kind.getName() + "=" + file(directory, kind)));
    // Its main method ends the virtual machine.
    Process generator =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("generator.log").toFile())
            .start();
    if (generator.waitFor() != 0) {
      throw new IOException(Files.readString(directory.resolve("generator.log")));
    }
    for (Class<?> kind : KINDS) {
      add(Repository.documents(Files.readString(file(directory, kind))).getFirst());
    }
  }

  private static Path file(Path directory, Class<?> kind) {
    return directory.resolve(kind.getSimpleName() + ".yaml");
  }

  /** What is wrong with the object; empty if its kind is not one of these. */
  Optional<List<String>> faults(JsonNode object) {
    return Optional.ofNullable(
            schemas.get(object.path("apiVersion").asText() + "/" + object.path("kind").asText()))
        .map(schema -> schema.validate(object).stream().map(ValidationMessage::toString).toList());
  }

  private void add(JsonNode definition) {
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
    schema.path("properties").forEach(StrimziKinds::close);
    if (schema.has("items")) {
      close(schema.path("items"));
    }
  }
}
