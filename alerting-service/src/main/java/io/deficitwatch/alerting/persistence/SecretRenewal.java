package io.deficitwatch.alerting.persistence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Encrypts anew, at the start, what lies under a key of former days. When it has said that all is
 * done, that key can be left out of the configuration.
 */
@ApplicationScoped
class SecretRenewal {
  private static final Logger LOG = Logger.getLogger(SecretRenewal.class);
  private static final int STEP = 100;

  private final PanacheEndpointStore endpoints;

  SecretRenewal(PanacheEndpointStore endpoints) {
    this.endpoints = endpoints;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("secret-renewal").start(this::run);
  }

  private void run() {
    try {
      int renewed = renewAll();
      LOG.infof("secrets of endpoints are under the key of today renewed=%d", renewed);
    } catch (RuntimeException e) {
      // They are still readable under the former key, and the next start tries again.
      LOG.warnf("secrets of endpoints not renewed: cause=%s", e);
    }
  }

  int renewAll() {
    int renewed = 0;
    PanacheEndpointStore.Renewed step = endpoints.renewSecrets(0, STEP);
    while (step.last() > 0) {
      renewed += step.count();
      step = endpoints.renewSecrets(step.last(), STEP);
    }
    return renewed;
  }
}
