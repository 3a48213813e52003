package io.deficitwatch.metrics.definition;

import java.time.Instant;

/**
 * One version of a definition as it is kept. What it computes stays; its words can be put better.
 *
 * @param document with id, version and, if it is a ratio, the versions of its sides
 */
public record StoredDefinition(Head head, WrittenBy writtenBy, DefinitionDocument document) {
  /**
   * Which version of which definition.
   *
   * @param recordedAt when it came, or was last put into other words
   */
  public record Head(String id, int version, Instant recordedAt) {}

  /** Who wrote it. */
  public enum WrittenBy {
    /** It came with the service. */
    SERVICE,
    /** A file of the operator's. */
    FILE,
    /** A request of the operator's. */
    REQUEST
  }
}
