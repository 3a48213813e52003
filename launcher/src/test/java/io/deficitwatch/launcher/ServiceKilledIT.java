package io.deficitwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.launcher.stack.Service;
import org.junit.jupiter.api.Test;

class ServiceKilledIT {
  private final FirstRun first = FirstRun.ended();

  ServiceKilledIT() throws Exception {}

  @Test
  void theStoryEndsCompleteThoughEachServiceIsKilledInTheMiddleOfIt() throws Exception {
    try (var launcher =
        RunningLauncher.start(FirstRun.OTHER_DATA, FirstRun.PORTS, "--once", "--fresh")) {
      // When
      launcher.awaitOutput("accepted (202)", 1).kill(Service.METRICS);
      launcher.awaitOutput("accepted (202)", 2).kill(Service.ALERTING);
      launcher.awaitOutput("accepted (202)", 3).kill(Service.INGESTION);

      // Then
      assertThat(launcher.awaitExit()).as(launcher.output()).isZero();
      assertThat(launcher.output())
          .contains("the metrics service ended unasked")
          .contains("the alerting service ended unasked")
          .contains("the ingestion service ended unasked")
          .contains("The story is complete", "no alert was given twice");
      assertThat(launcher.subjects()).isEqualTo(first.subjects());
      assertThat(launcher.leftBehind()).isEmpty();
    }
  }
}
