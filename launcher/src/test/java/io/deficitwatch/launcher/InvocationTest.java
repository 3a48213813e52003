package io.deficitwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.launcher.stack.ServiceOptions;
import io.deficitwatch.launcher.stack.StackPorts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvocationTest {
  private static final Path USUAL = Path.of("/srv/.deficit-watch");

  @Test
  void replaysTheSamplesOnTheUsualPortsUnlessToldOtherwise() {
    assertThat(parse())
        .isEqualTo(
            new Invocation.Run(false, false, true, USUAL, StackPorts.DEFAULT, ServiceOptions.NONE));
  }

  @Test
  void takesEveryOption() {
    assertThat(
            parse(
                "--once",
                "--fresh",
                "--no-samples",
                "--data-dir",
                "/tmp/d",
                "--port-base=20000",
                "--catalogue",
                "/tmp",
                "--indicators=/tmp",
                "--jvm-options=-XX:TieredStopAtLevel=4  -Xmx300m"))
        .isEqualTo(
            new Invocation.Run(
                true,
                true,
                false,
                Path.of("/tmp/d"),
                new StackPorts(20001, 20002, 20003, 20004, 20005, 20006),
                new ServiceOptions(
                    Optional.of(Path.of("/tmp")),
                    Optional.of(Path.of("/tmp")),
                    List.of("-XX:TieredStopAtLevel=4", "-Xmx300m"))));
  }

  @Test
  void takesARelativeDataDirectoryFromWhereItIsCalled() {
    assertThat(parse("--data-dir=state"))
        .isInstanceOfSatisfying(
            Invocation.Run.class,
            run -> assertThat(run.dataDirectory()).isEqualTo(Path.of("state").toAbsolutePath()));
  }

  @Test
  void explainsItselfWhateverElseIsAsked() {
    assertThat(parse("--once", "--help")).isEqualTo(new Invocation.Help());
  }

  @ParameterizedTest
  @CsvSource({
    "--twice,unknown option --twice",
    "samples,unknown option samples",
    "--once=yes,--once takes no value",
    "--data-dir,--data-dir needs a value",
    "--port-base,--port-base needs a value",
    "--port-base=x,'--port-base needs a number from 1023 to 65529, not ''x'''",
    "--port-base=65530,'--port-base needs a number from 1023 to 65529, not ''65530'''",
    "--port-base=80,'--port-base needs a number from 1023 to 65529, not ''80'''",
  })
  void saysInOneLineWhatIsWrong(String argument, String complaint) {
    assertThat(parse(argument)).isEqualTo(new Invocation.Mistake(complaint));
  }

  private static Invocation parse(String... arguments) {
    return Invocation.parse(List.of(arguments), USUAL);
  }
}
