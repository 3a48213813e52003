package io.deficitwatch.alerting.silence;

import io.deficitwatch.alerting.alert.Saved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Adds a silence, or changes one. */
@ApplicationScoped
public class SaveSilence {
  /** Of one subscriber that have not ended: all are looked at whenever an alert changes. */
  public static final int MOST_LIVE = 200;

  private final SilenceStore silences;
  private final Clock clock;

  public SaveSilence(SilenceStore silences, Clock clock) {
    this.silences = silences;
    this.clock = clock;
  }

  /** One that has ended takes no room until it is brought back. */
  @Transactional
  public Saved save(Silence silence) {
    silences.holdOwner(silence.subscriberId());
    Instant now = clock.instant();
    Optional<Silence> known = silences.find(silence.id(), silence.subscriberId());
    boolean takesRoom = known.filter(one -> one.state(now) != Silence.State.EXPIRED).isEmpty();
    if (takesRoom && silences.countLive(silence.subscriberId(), now) >= MOST_LIVE) {
      return Saved.NO_ROOM;
    }
    silences.save(silence);
    return known.isEmpty() ? Saved.ADDED : Saved.CHANGED;
  }
}
