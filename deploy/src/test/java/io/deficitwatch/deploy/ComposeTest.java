package io.deficitwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ComposeTest {
  private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|TOKEN|SECRET).*");

  @Test
  void nothingIsPublishedBeyondThisMachine() {
    assertThat(Compose.services().findValues("ports"))
        .isNotEmpty()
        .allSatisfy(
            ports ->
                assertThat(ports)
                    .allSatisfy(port -> assertThat(port.asText()).startsWith("127.0.0.1:")));
  }

  @Test
  void noSecretHasAValueOfItsOwn() {
    Compose.services()
        .fieldNames()
        .forEachRemaining(
            service ->
                assertThat(Compose.environmentOf(service))
                    .allSatisfy(
                        (name, value) -> {
                          if (SECRET.matcher(name).matches()) {
                            assertThat(value).as(name).matches("\\$\\{[A-Z_]+(:\\?[^}]+)?}");
                          }
                        }));
    assertThat(Repository.text(".env.example").lines().filter(line -> !line.startsWith("#")))
        .allMatch(line -> line.isBlank() || line.endsWith("="));
  }

  @Test
  void everySecretIsNamedInTheExample() {
    String example = Repository.text(".env.example");
    Pattern.compile("\\$\\{([A-Z_]+):\\?")
        .matcher(Repository.text("docker-compose.yml"))
        .results()
        .forEach(found -> assertThat(example).contains("\n" + found.group(1) + "=\n"));
  }

  @Test
  void theDevelopmentOverlayMakesTheSameDatabases() {
    assertThat(Repository.text("deploy/kubernetes/overlays/development/postgres-init.sh"))
        .isEqualTo(Repository.text("deploy/compose/postgres/01-databases.sh"));
  }
}
