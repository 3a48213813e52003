package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.catalogue.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes the wish for a fetch: it is stored, and carried out by whichever instance fetches. While
 * one of the same dataflow is not over, another wish is the same one.
 */
@ApplicationScoped
public class RequestFetch {
  private final Catalogue catalogue;
  private final Sources sources;
  private final Fetches fetches;
  private final FetchPolicy policy;
  private final Clock clock;

  public RequestFetch(
      Catalogue catalogue, Sources sources, Fetches fetches, FetchPolicy policy, Clock clock) {
    this.catalogue = catalogue;
    this.sources = sources;
    this.fetches = fetches;
    this.policy = policy;
    this.clock = clock;
  }

  /** What became of the wish. */
  public sealed interface Outcome {
    /** It is stored. */
    record Accepted(Fetch fetch) implements Outcome {}

    /** The catalogue does not know the dataflow. */
    record UnknownDataflow() implements Outcome {}

    /** Releases of the dataflow can only be handed in. */
    record NoSource() implements Outcome {}

    /** Nothing is fetched here. */
    record SwitchedOff() implements Outcome {}
  }

  @Transactional
  public Outcome request(DataflowRef dataflow) {
    if (catalogue.find(dataflow).isEmpty()) {
      return new Outcome.UnknownDataflow();
    }
    if (sources.findSource(dataflow).isEmpty()) {
      return new Outcome.NoSource();
    }
    if (!policy.enabled()) {
      return new Outcome.SwitchedOff();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Fetch fetch =
        new Fetch(UUID.randomUUID().toString(), dataflow, now, Optional.empty(), Optional.empty());
    while (!fetches.add(fetch)) {
      // The one that was open may just have come to its end.
      Optional<Fetch> open = fetches.findOpen(dataflow);
      if (open.isPresent()) {
        return new Outcome.Accepted(open.get());
      }
    }
    return new Outcome.Accepted(fetch);
  }

  @Transactional
  public Optional<Fetch> find(String id) {
    return fetches.find(id);
  }
}
