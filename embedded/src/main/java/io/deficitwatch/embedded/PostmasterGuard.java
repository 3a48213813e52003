package io.deficitwatch.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A small shell process that stops the server when this JVM is gone, however it went. It holds the
 * reading end of a pipe whose writing end only this JVM has, so it needs no polling and cannot take
 * another process for us. PostgreSQL itself has no such watch.
 */
final class PostmasterGuard implements AutoCloseable {
  private static final String SCRIPT =
      """
      trap '' HUP INT TERM
      read -r word && [ "$word" = stopped ] && exit 0
      signal=INT
      tries=0
      while [ $tries -lt 60 ]; do
        pid=$(head -n 1 "$1" 2>/dev/null)
        if [ -n "$pid" ]; then
          kill -$signal "$pid" 2>/dev/null || exit 0
        elif [ $tries -gt 5 ]; then
          exit 0
        fi
        tries=$((tries + 1))
        [ $tries -gt 20 ] && signal=QUIT
        sleep 0.5 2>/dev/null || sleep 1
      done
      """;

  private static final String NAME = "deficit-watch-postgres-guard";

  private final Process shell;

  private PostmasterGuard(Process shell) {
    this.shell = shell;
  }

  static PostmasterGuard over(Path data) throws IOException {
    return new PostmasterGuard(
        new ProcessBuilder("/bin/sh", "-c", SCRIPT, NAME, pidFile(data))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /**
   * Ends the guard that a killed process left, which is about to stop the server on this data: it
   * would take the next one for it.
   */
  static void dismissLeftover(Path data) {
    String guard = NAME + " " + pidFile(data);
    ProcessHandle.allProcesses()
        .filter(
            process ->
                process.info().commandLine().filter(line -> line.endsWith(guard)).isPresent())
        .forEach(ProcessHandle::destroyForcibly);
  }

  private static String pidFile(Path data) {
    return data.resolve("postmaster.pid").toString();
  }

  /** To be called when the server is stopped: there is nothing to guard any more. */
  @Override
  public void close() throws IOException {
    try (OutputStream pipe = shell.getOutputStream()) {
      pipe.write("stopped\n".getBytes(StandardCharsets.US_ASCII));
    }
    try {
      shell.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
