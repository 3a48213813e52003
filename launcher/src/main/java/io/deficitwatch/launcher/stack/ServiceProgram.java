package io.deficitwatch.launcher.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How one service is started as a process.
 *
 * @param application the directory with {@code quarkus-run.jar}
 * @param environment everything that it is configured by
 * @param jvmOptions that win over the usual ones
 * @param temporary where it unpacks native libraries, which it leaves there when it is killed
 */
record ServiceProgram(
    Service service,
    Path application,
    Map<String, String> environment,
    List<String> jvmOptions,
    Path temporary,
    Path log) {
  private static final long LOG_LIMIT = 20L << 20;

  // Few classes get hot enough in such a small stack for the second compiler to repay its start.
  private static final List<String> SMALL_AND_QUICK =
      List.of(
          "-Xms32m",
          "-Xmx176m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:MaxMetaspaceSize=160m",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /**
   * @param forStartUp options of the JVM that use or train its start-up cache
   */
  Process start(String instance, List<String> forStartUp) throws IOException {
    List<String> command = new ArrayList<>();
    // Ctrl-C and the closing of the terminal reach every process in it; which one ends when is for
    // the launcher to say.
    command.addAll(List.of("/bin/sh", "-c", "trap '' HUP INT; exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SMALL_AND_QUICK);
    command.addAll(jvmOptions);
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(forStartUp);
    command.addAll(List.of("-jar", application.resolve("quarkus-run.jar").toString()));
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    var builder =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    // What happens to be set in the user's shell must not configure the services.
    builder
        .environment()
        .keySet()
        .removeIf(
            name ->
                name.startsWith("QUARKUS_")
                    || name.startsWith("DEFICITWATCH_")
                    || name.startsWith("KAFKA_"));
    builder.environment().putAll(environment);
    builder.environment().put("DEFICITWATCH_INSTANCE_ID", instance);
    builder
        .environment()
        .put("DEFICITWATCH_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
    return builder.start();
  }
}
