package io.deficitwatch.alerting.silence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Ends a silence before its time. */
@ApplicationScoped
public class ExpireSilence {
  private final SilenceStore silences;
  private final Clock clock;

  public ExpireSilence(SilenceStore silences, Clock clock) {
    this.silences = silences;
    this.clock = clock;
  }

  /**
   * It is kept, so that it can be seen later why something was not sent.
   *
   * @return the silence as it is now; empty if there is none
   */
  @Transactional
  public Optional<Silence> expire(String id, String subscriberId) {
    Optional<Silence> expired =
        silences.find(id, subscriberId).map(silence -> silence.expired(clock.instant()));
    expired.ifPresent(silences::save);
    return expired;
  }
}
