package io.deficitwatch.edge;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Ends the service when the process that started it is gone, so that no orphan keeps a port. */
@ApplicationScoped
class ParentWatch {
  private static final Logger LOG = Logger.getLogger(ParentWatch.class);

  void watch(@Observes StartupEvent started, ParentConfig config) {
    config
        .pid()
        .ifPresent(pid -> ProcessHandle.of(pid).ifPresentOrElse(this::endWith, () -> end(pid)));
  }

  private void endWith(ProcessHandle parent) {
    var _ = parent.onExit().thenAccept(gone -> end(gone.pid()));
  }

  // With the parent its broker and database are gone: nothing is left to finish. And a JVM that
  // trains a start-up cache would, on an exit of any other kind, go on to write it for a minute.
  private void end(long parent) {
    LOG.warnf("parent process is gone, ending parentPid=%d", parent);
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -KILL " + ProcessHandle.current().pid())
          .start()
          .waitFor();
    } catch (IOException e) {
      Runtime.getRuntime().halt(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
