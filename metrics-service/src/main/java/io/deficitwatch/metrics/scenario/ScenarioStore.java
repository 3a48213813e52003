package io.deficitwatch.metrics.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the scenarios of this installation's users. */
public interface ScenarioStore {
  /** A document with its name; was in order when it was stored. */
  record Stored(String id, ScenarioDocument document, Instant savedAt) {}

  /** By id. */
  List<Stored> list();

  /** Those that are shown beside this indicator, by id. */
  List<Stored> listFor(String indicator);

  Optional<Stored> find(String id);

  long count();

  /** Adds or replaces. Returns whether it is new. */
  boolean save(Stored scenario);

  /** Returns whether there was one. */
  boolean delete(String id);
}
