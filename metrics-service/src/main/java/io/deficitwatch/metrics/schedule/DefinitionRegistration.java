package io.deficitwatch.metrics.schedule;

import io.deficitwatch.metrics.definition.RegisterDefinitions;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Takes the definitions of the files at start; a fault in one of them stops the service. */
@ApplicationScoped
class DefinitionRegistration {
  private static final Logger LOG = Logger.getLogger(DefinitionRegistration.class);
  private final RegisterDefinitions registerDefinitions;

  DefinitionRegistration(RegisterDefinitions registerDefinitions) {
    this.registerDefinitions = registerDefinitions;
  }

  /** Before releases are read. */
  void register(@Observes @Priority(10) StartupEvent event) {
    RegisterDefinitions.Registration registration = registerDefinitions.register();
    registration
        .recorded()
        .forEach(
            head -> LOG.infof("definition recorded id=%s version=%d", head.id(), head.version()));
    registration
        .builtOnEnded()
        .forEach(
            file ->
                LOG.warnf("definition passed over: what it is built on has ended file=%s", file));
    registration
        .passedOver()
        .forEach(
            file ->
                LOG.warnf(
                    "definition passed over: its version is kept with another meaning file=%s",
                    file));
  }
}
