package io.deficitwatch.ingestion.schedule;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.calendar.Due;
import io.deficitwatch.ingestion.fetch.FetchState.Attempt;
import io.deficitwatch.ingestion.fetch.OperatorEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Tells operators by the log. */
@ApplicationScoped
class LoggedOperatorEvents implements OperatorEvents {
  private static final Logger LOG = Logger.getLogger(LoggedOperatorEvents.class);

  @Override
  public void late(DataflowRef dataflow, Due due, Instant noticedAt, Attempt last) {
    LOG.warnf(
        "release late dataflow=%s dueAt=%s release=%s lastFetchAt=%s lastOutcome=%s",
        dataflow, due.at(), due.releases().getFirst().subject(), last.at(), last.outcome().label());
  }
}
