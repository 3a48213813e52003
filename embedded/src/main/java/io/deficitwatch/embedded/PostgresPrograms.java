package io.deficitwatch.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Calls of PostgreSQL's own {@code initdb} and {@code pg_ctl}. */
record PostgresPrograms(Path installed) {
  // PostgreSQL refuses to run as root. In a user namespace of its own root is nobody special, and
  // its files stay ours.
  private static final List<String> WITHOUT_PRIVILEGES =
      "root".equals(System.getProperty("user.name")) ? List.of("unshare", "--user") : List.of();

  void initialise(Path data, Path superuserPassword) throws IOException {
    run(
        "initdb",
        "--pgdata=" + data,
        "--username=postgres",
        "--pwfile=" + superuserPassword,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C");
  }

  /**
   * Returns when the server takes connections. {@code pg_ctl} gives it a session of its own, so
   * that Ctrl-C in our terminal does not stop it before its clients.
   */
  void start(Path data, Path log, List<String> settings) throws IOException {
    String options =
        settings.stream().map(setting -> "-c " + setting).collect(Collectors.joining(" "));
    try {
      run(
          "pg_ctl",
          "start",
          "--pgdata=" + data,
          "--log=" + log,
          "--wait",
          "--timeout=120",
          "--options=" + options);
    } catch (IOException e) {
      throw new IOException(e.getMessage() + "\n" + lastLines(log), e);
    }
  }

  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(WITHOUT_PRIVILEGES);
    command.add(installed.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(program + " failed: " + printed.strip());
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + program + " ran", e);
    }
  }

  private static String lastLines(Path log) throws IOException {
    if (!Files.exists(log)) {
      return "";
    }
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
  }
}
