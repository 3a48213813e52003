package io.deficitwatch.launcher;

import io.deficitwatch.launcher.receiver.WebhookLog;
import io.deficitwatch.launcher.receiver.WebhookReceiver;
import io.deficitwatch.launcher.stack.DataDirectory;
import io.deficitwatch.launcher.stack.Secrets;
import io.deficitwatch.launcher.stack.Service;
import io.deficitwatch.launcher.stack.Stack;
import io.deficitwatch.launcher.stack.StackFailure;
import io.deficitwatch.launcher.story.Story;
import io.deficitwatch.launcher.story.StoryStopped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What {@code ./run} starts once everything is built. */
public final class Launcher {
  private static final int USAGE = 2;
  private static final int FAILURE = 1;

  private final Terminal terminal;
  private final Path project;

  private Launcher(Terminal terminal, Path project) {
    this.terminal = terminal;
    this.project = project;
  }

  public static void main(String[] arguments) {
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    Terminal terminal = Terminal.ofProcess();
    Path project = Path.of(System.getProperty("deficitwatch.root", "")).toAbsolutePath();
    switch (Invocation.parse(List.of(arguments), project.resolve(".deficit-watch"))) {
      case Invocation.Help _ -> terminal.line(usage());
      case Invocation.Mistake(String what) -> {
        terminal.failure("run: " + what + " (./run --help lists the options)");
        System.exit(USAGE);
      }
      case Invocation.Run run -> System.exit(new Launcher(terminal, project).run(run));
    }
  }

  private static String usage() {
    try (InputStream text = Launcher.class.getResourceAsStream("usage.txt")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(Invocation.Run run) {
    try (DataDirectory directory = DataDirectory.take(run.dataDirectory());
        Stack stack = Stack.over(directory, terminal)) {
      var shutdown = new Thread(stack::close, "shutdown");
      Runtime.getRuntime().addShutdownHook(shutdown);
      stack.clearLeftovers();
      if (run.fresh()) {
        directory.empty();
      }
      logTo(directory.log("launcher"));
      Secrets secrets = Secrets.in(directory.secrets());
      stack.requireFree(run.ports());
      WebhookLog webhooks = WebhookLog.in(directory.receiver());
      // Before the services: alerting may have deliveries left from an earlier run.
      try (WebhookReceiver receiver =
          WebhookReceiver.start(
              run.ports().receiver(), secrets.get(Secrets.Name.WEBHOOK_SECRET), webhooks)) {
        stack.start(project, run.ports(), secrets, run.options());
        ConnectionFile.write(directory.connection(), run.ports(), secrets);
        terminal.progress("all healthy");
        return serve(run, directory, secrets, webhooks, receiver);
      }
    } catch (StackFailure e) {
      terminal.failure(e.forPeople());
      return FAILURE;
    } catch (IOException | UncheckedIOException e) {
      terminal.failure("cannot start: " + e);
      return FAILURE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILURE;
    }
  }

  private int serve(
      Invocation.Run run,
      DataDirectory directory,
      Secrets secrets,
      WebhookLog webhooks,
      WebhookReceiver receiver)
      throws InterruptedException {
    List<String> missing = run.samples() ? tellStory(run, secrets, webhooks, receiver) : List.of();
    printAddresses(run, directory);
    if (!run.once()) {
      terminal.line("\nUp until Ctrl-C.");
      new CountDownLatch(1).await();
    }
    if (!missing.isEmpty()) {
      terminal.failure("\nNot seen: " + String.join("; ", missing));
      return FAILURE;
    }
    return 0;
  }

  private List<String> tellStory(
      Invocation.Run run, Secrets secrets, WebhookLog webhooks, WebhookReceiver receiver)
      throws InterruptedException {
    var endpoints =
        new Story.Endpoints(
            run.ports().url(Service.INGESTION),
            run.ports().url(Service.METRICS),
            run.ports().url(Service.ALERTING),
            receiver.url(),
            new Story.Tokens(
                secrets.get(Secrets.Name.PUBLISHER_TOKEN),
                secrets.get(Secrets.Name.OPERATOR_TOKEN),
                secrets.get(Secrets.Name.WEBHOOK_SECRET)));
    try {
      return new Story(endpoints, webhooks, terminal).tell();
    } catch (StoryStopped e) {
      return List.of("the rest of the story, because " + e.getMessage());
    }
  }

  private void printAddresses(Invocation.Run run, DataDirectory directory) {
    terminal.heading("Where it is");
    for (Service service : Service.values()) {
      String url = run.ports().url(service);
      terminal.line("  %-10s %s   %s/q/swagger-ui".formatted(service.id(), url, url));
    }
    terminal.line("  %-10s 127.0.0.1:%d".formatted("Kafka", run.ports().kafka()));
    terminal.line("  %-10s %s".formatted("JDBC", ConnectionFile.jdbcUrl(run.ports())));
    terminal.line("  Tokens and passwords for programs: " + directory.connection());
  }

  // Kafka and our own code write what they have to say here, not between the lines of the story.
  private static void logTo(Path file) throws IOException {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    var handler = new FileHandler(file.toString(), 20 << 20, 2, true);
    handler.setFormatter(new SimpleFormatter());
    handler.setLevel(Level.INFO);
    root.addHandler(handler);
    root.setLevel(Level.INFO);
  }
}
