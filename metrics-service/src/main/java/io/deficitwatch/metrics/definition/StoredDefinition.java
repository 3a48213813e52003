package io.deficitwatch.metrics.definition;

import java.time.Instant;

/**
 * One version of a definition as it is kept. What it computes stays; its words can be put better.
 *
 * @param document with id, version and, if it is a ratio, the versions of its sides
 * @param ends whether the definition ends with this version, whose document computes nothing
 */
public record StoredDefinition(
    Head head, WrittenBy writtenBy, DefinitionDocument document, boolean ends) {
  /** A version that computes something. */
  public StoredDefinition(Head head, WrittenBy writtenBy, DefinitionDocument document) {
    this(head, writtenBy, document, false);
  }

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
