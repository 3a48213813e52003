package io.deficitwatch.edge;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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

  private void end(long pid) {
    LOG.warnf("parent process is gone, ending parentPid=%d", pid);
    Quarkus.asyncExit(0);
  }
}
