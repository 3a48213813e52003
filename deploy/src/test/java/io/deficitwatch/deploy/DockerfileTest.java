package io.deficitwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DockerfileTest {
  static List<String> services() {
    return Repository.SERVICES;
  }

  @ParameterizedTest
  @MethodSource("services")
  void runsAsNobodyInParticularOnImagesThatCanBeChosen(String service) {
    List<String> lines = Repository.text(service + "/Dockerfile").lines().toList();

    assertThat(lines).contains("USER 10001:10001").noneMatch(line -> line.startsWith("# syntax="));
    assertThat(lines.stream().filter(line -> line.startsWith("FROM ")))
        .containsExactly("FROM ${BUILD_IMAGE} AS build", "FROM ${RUNTIME_IMAGE}");
    assertThat(lines).contains("COPY --from=build /source/" + service + "/target/quarkus-app/ ./");
  }

  @Test
  void theBuildStageIsTheSameInAllSoThatItRunsOnce() {
    assertThat(
            Stream.concat(Repository.SERVICES.stream(), Stream.of("launcher"))
                .map(DockerfileTest::buildStage)
                .distinct())
        .hasSize(1);
  }

  private static List<String> buildStage(String service) {
    Stream<String> lines = Repository.text(service + "/Dockerfile").lines();
    return lines
        .dropWhile(line -> !line.startsWith("ARG BUILD_IMAGE"))
        .takeWhile(line -> !line.equals("FROM ${RUNTIME_IMAGE}"))
        .toList();
  }
}
