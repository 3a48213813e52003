package io.deficitwatch.alerting.delivery;

import io.deficitwatch.alerting.silence.Inhibition;
import io.deficitwatch.alerting.silence.SilenceStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/** Changes what keeps what from being sent; what nothing keeps back any more is sent. */
@ApplicationScoped
public class ChangeInhibition {
  private final SilenceStore silences;
  private final EnqueueDeliveries enqueueDeliveries;

  public ChangeInhibition(SilenceStore silences, EnqueueDeliveries enqueueDeliveries) {
    this.silences = silences;
    this.enqueueDeliveries = enqueueDeliveries;
  }

  /**
   * Adds the inhibition, or replaces the one of the same id.
   *
   * @return whether it is new
   */
  @Transactional
  public boolean save(Inhibition inhibition) {
    silences.holdInhibitions(inhibition.subscriberId());
    boolean isNew = silences.save(inhibition);
    sendWhatIsFree(inhibition.subscriberId());
    return isNew;
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
