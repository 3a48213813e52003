package io.deficitwatch.alerting.delivery;

import io.deficitwatch.alerting.alert.Saved;
import io.deficitwatch.alerting.silence.Inhibition;
import io.deficitwatch.alerting.silence.SilenceStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/** Changes what keeps what from being sent; what nothing keeps back any more is sent. */
@ApplicationScoped
public class ChangeInhibition {
  /** Of one subscriber: all are looked at whenever an alert of theirs changes. */
  public static final int MOST = 50;

  private final SilenceStore silences;
  private final EnqueueDeliveries enqueueDeliveries;

  public ChangeInhibition(SilenceStore silences, EnqueueDeliveries enqueueDeliveries) {
    this.silences = silences;
    this.enqueueDeliveries = enqueueDeliveries;
  }

  /** Adds the inhibition, or replaces the one of the same id. */
  @Transactional
  public Saved save(Inhibition inhibition) {
    String owner = inhibition.subscriberId();
    silences.holdOwner(owner);
    if (silences.countOtherInhibitions(owner, inhibition.id()) >= MOST) {
      return Saved.NO_ROOM;
    }
    silences.holdInhibitions(owner);
    boolean isNew = silences.save(inhibition);
    sendWhatIsFree(owner);
    return isNew ? Saved.ADDED : Saved.CHANGED;
  }

  /** Forgets the inhibition. Returns whether there was one. */
  @Transactional
  public boolean delete(String subscriberId, String id) {
    silences.holdInhibitions(subscriberId);
    boolean deleted = silences.deleteInhibition(subscriberId, id);
    sendWhatIsFree(subscriberId);
    return deleted;
  }

  private void sendWhatIsFree(String subscriberId) {
    enqueueDeliveries.enqueue(List.of(), Set.of(subscriberId));
  }
}
