package io.deficitwatch.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of the Strimzi operator, checked by its own resource definitions, which its generator
 * writes from its API classes.
 */
final class StrimziKinds {
  private static final List<Class<?>> KINDS =
      List.of(Kafka.class, KafkaNodePool.class, KafkaTopic.class);

  private final DefinedKinds kinds = new DefinedKinds();

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
      kinds.add(Repository.documents(Files.readString(file(directory, kind))).getFirst());
    }
  }

  private static Path file(Path directory, Class<?> kind) {
    return directory.resolve(kind.getSimpleName() + ".yaml");
  }

  /** What is wrong with the object; empty if its kind is not one of these. */
  Optional<List<String>> faults(JsonNode object) {
    return kinds.faults(object);
  }
}
