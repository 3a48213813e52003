package io.deficitwatch.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What {@code kubectl kustomize} makes of a folder below {@code deploy/kubernetes}. */
record Rendered(List<JsonNode> objects) {
  static final String BASE = "base";
  static final String DEVELOPMENT = "overlays/development";

  /** The base with every component. */
  static final String EVERYTHING = "../src/test/kubernetes/everything";

  /** Skips the test, or fails it in CI, if there is no kubectl. */
  static Rendered of(String folder) throws IOException, InterruptedException {
    Process kubectl;
    try {
      kubectl =
          new ProcessBuilder(
                  "kubectl",
                  "kustomize",
                  Repository.ROOT.resolve("deploy/kubernetes/" + folder).toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      String missing = "kubectl is missing: the Kubernetes manifests are NOT checked";
      if (System.getenv("CI") != null) {
        throw new AssertionError(missing, e);
      }
      assumeTrue(false, missing);
      throw e;
    }
    String yaml = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (kubectl.waitFor() != 0) {
      throw new AssertionError("kubectl kustomize refuses " + folder);
    }
    return new Rendered(Repository.documents(yaml));
  }

  Stream<JsonNode> ofKind(String kind) {
    return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
  }

  JsonNode get(String kind, String name) {
    return ofKind(kind)
        .filter(object -> nameOf(object).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
  }

  /** Deployments and stateful sets. */
  Stream<JsonNode> workloads() {
    return Stream.concat(ofKind("Deployment"), ofKind("StatefulSet"));
  }

  static Stream<JsonNode> containersOf(JsonNode workload) {
    return elements(workload.at("/spec/template/spec/containers"));
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static String nameOf(JsonNode object) {
    return object.at("/metadata/name").asText();
  }
}
