package io.deficitwatch.launcher;

import io.deficitwatch.launcher.stack.Service;
import io.deficitwatch.launcher.stack.StackListener;
import io.deficitwatch.launcher.story.Narrator;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** What the person who typed {@code ./run} reads: UTF-8 always, colour only where it shows. */
final class Terminal implements StackListener, Narrator {
  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  private final long begin = System.nanoTime();
  private final boolean colour;

  Terminal(boolean colour) {
    this.colour = colour;
  }

  /** Coloured if standard output is a terminal and nobody asked for plain text. */
  static Terminal ofProcess() {
    return new Terminal(
        "true".equals(System.getProperty("deficitwatch.terminal"))
            && System.getenv("NO_COLOR") == null
            && !"dumb".equals(System.getenv("TERM")));
  }

  @Override
  public void line(String text) {
    out.println(text);
  }

  @Override
  public void heading(String text) {
    out.println();
    out.println(paint("1", text));
  }

  @Override
  public void good(String text) {
    out.println("  " + paint("32", "✓") + " " + text);
  }

  @Override
  public void bad(String text) {
    out.println("  " + paint("31", "✗") + " " + text);
  }

  void failure(String text) {
    text.lines().forEach(line -> out.println(paint("31", line)));
  }

  @Override
  public void progress(String what) {
    out.println(paint("2", elapsed()) + "  " + what);
  }

  @Override
  public void up(String what, Duration after) {
    out.println(paint("2", elapsed()) + "  " + what + " is up " + paint("2", seconds(after)));
  }

  @Override
  public void serviceEnded(Service service, int exitCode) {
    out.println(
        paint("33", "        the %s service ended unasked (exit code %d): starting it again")
            .formatted(service.id(), exitCode));
  }

  @Override
  public void serviceGivenUp(Service service, Path log) {
    failure("        the " + service.id() + " service ends again and again; its log is " + log);
  }

  /** Since this process began. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private String elapsed() {
    return String.format(Locale.ROOT, "%6.1f s", age().toMillis() / 1000.0);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "(%.1f s)", duration.toMillis() / 1000.0);
  }

  private String paint(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
