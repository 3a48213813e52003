package io.deficitwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deficitwatch.launcher.receiver.ReceivedWebhook;
import io.deficitwatch.launcher.receiver.WebhookLog;
import io.deficitwatch.launcher.stack.Service;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The launcher in a process of its own, started as {@code ./run} starts it. */
final class RunningLauncher implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Path PROJECT = Path.of(System.getProperty("deficitwatch.root", ".."));

  private final Process process;
  private final Path data;
  private final Path output;

  private RunningLauncher(Process process, Path data, Path output) {
    this.process = process;
    this.data = data;
    this.output = output;
  }

  static RunningLauncher start(Path data, int portBase, String... options) throws Exception {
    requireServices();
    Files.createDirectories(data.getParent());
    Path output = Files.createTempFile(data.getParent(), "output-", ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Ddeficitwatch.root=" + PROJECT);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Launcher.class.getName());
    command.addAll(List.of("--data-dir", data.toString(), "--port-base", "" + portBase));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new RunningLauncher(process, data, output);
  }

  private static void requireServices() {
    for (Service service : Service.values()) {
      String module = service.id() + "-service";
      assertThat(PROJECT.resolve(module).resolve("target/quarkus-app/quarkus-run.jar"))
          .as(module + " is not built: mvn package -DskipTests -pl " + module + " -am")
          .exists();
    }
  }

  /** Six ports after this one are free now. */
  static int freePortBase() {
    // Below the ports that the system gives to clients.
    return ThreadLocalRandom.current()
        .ints(2_000, 3_200)
        .map(candidate -> candidate * 10)
        .filter(base -> IntStream.rangeClosed(base + 1, base + 6).allMatch(RunningLauncher::isFree))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  long pid() {
    return process.pid();
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  /**
   * Returns as soon as it has printed this so many times.
   *
   * @throws AssertionError if it ends before
   */
  RunningLauncher awaitOutput(String text, int times) throws IOException {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> printed(text) >= times || !process.isAlive());
    assertThat(printed(text)).as(output()).isGreaterThanOrEqualTo(times);
    return this;
  }

  private int printed(String text) throws IOException {
    return output().split(Pattern.quote(text), -1).length - 1;
  }

  int awaitExit() throws Exception {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(output()).isTrue();
    return process.exitValue();
  }

  /** {@code kill -9} of the launcher alone. */
  void kill() throws Exception {
    process.destroyForcibly().waitFor();
  }

  /** {@code kill -9} of the process that runs the service now. */
  void kill(Service service) throws Exception {
    String record = Files.readString(data.resolve("processes").resolve(service.id() + ".pid"));
    ProcessHandle.of(Long.parseLong(record.split(" ", -1)[0])).orElseThrow().destroyForcibly();
  }

  /** To the launcher alone, as a supervisor does. */
  void terminate() {
    process.destroy();
  }

  /** Ctrl-C: the terminal sends it to every process of its session. */
  void interrupt() throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "kill -INT \"$@\"", "sh"));
    command.add(Long.toString(process.pid()));
    process.descendants().map(ProcessHandle::pid).map(String::valueOf).forEach(command::add);
    new ProcessBuilder(command).start().waitFor();
  }

  /** Every process that it started, directly or not, and that still runs. */
  List<String> leftBehind() {
    return ProcessHandle.allProcesses()
        .filter(candidate -> candidate.pid() != process.pid())
        .filter(candidate -> mentions(candidate, data.toString()) || isServiceOfOurs(candidate))
        .map(candidate -> candidate.pid() + " " + candidate.info().commandLine().orElse("?"))
        .toList();
  }

  private static boolean mentions(ProcessHandle candidate, String text) {
    return candidate.info().commandLine().filter(line -> line.contains(text)).isPresent();
  }

  // The command line of a service does not tell whose it is; where there is procfs its environment
  // does.
  private boolean isServiceOfOurs(ProcessHandle candidate) {
    try {
      byte[] environment = Files.readAllBytes(Path.of("/proc/" + candidate.pid() + "/environ"));
      return new String(environment, StandardCharsets.UTF_8)
          .contains("DEFICITWATCH_PARENT_PID=" + process.pid() + "\0");
    } catch (IOException e) {
      return false;
    }
  }

  /** What its receiver took, in all runs on its data. */
  List<ReceivedWebhook> webhooks() throws IOException {
    return WebhookLog.in(data.resolve("receiver")).all();
  }

  /** What they were about. */
  List<String> subjects() throws IOException {
    return FirstRun.subjects(webhooks());
  }

  /** For nothing to be left running whatever a test comes to. */
  @Override
  public void close() throws Exception {
    Collection<ProcessHandle> started = process.descendants().toList();
    process.destroy();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
      started.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
