package io.deficitwatch.contracts.event;

import io.deficitwatch.contracts.Topics;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/**
 * Every event that is published: its CloudEvents {@code type}, its topic, its payload and its
 * schema.
 */
public enum EventType {
  RELEASE_PUBLISHED("release.published.v1", Topics.RELEASES, ReleasePublished.class),
  RELEASE_HELD("release.held.v1", Topics.OPERATIONS, ReleaseReviewed.class),
  RELEASE_APPROVED("release.approved.v1", Topics.OPERATIONS, ReleaseReviewed.class),
  RELEASE_REJECTED("release.rejected.v1", Topics.OPERATIONS, ReleaseReviewed.class),
  RELEASE_OVERDUE("release.overdue.v1", Topics.OPERATIONS, ReleaseOverdue.class),
  ENDPOINT_DISABLED("endpoint.disabled.v1", Topics.OPERATIONS, EndpointWebhook.Notice.class),
  INDICATOR_RECOMPUTED("indicator.recomputed.v1", Topics.INDICATORS, IndicatorRecomputed.class),
  PROJECTION_RECOMPUTED("projection.recomputed.v1", Topics.PROJECTIONS, ProjectionRecomputed.class),
  ALERT_RAISED("alert.raised.v1", Topics.ALERTS, AlertChanged.class),
  ALERT_CLEARED("alert.cleared.v1", Topics.ALERTS, AlertChanged.class),
  ALERT_CORRECTED("alert.corrected.v1", Topics.ALERTS, AlertChanged.class),
  ALERT_RETRACTED("alert.retracted.v1", Topics.ALERTS, AlertChanged.class),
  ALERT_REGRADED("alert.regraded.v1", Topics.ALERTS, AlertChanged.class);

  private static final String PREFIX = "io.deficitwatch.";

  private final String name;
  private final String topic;
  private final Class<? extends Record> payload;

  EventType(String name, String topic, Class<? extends Record> payload) {
    this.name = name;
    this.topic = topic;
    this.payload = payload;
  }

  /** CloudEvents {@code type}, as in {@code io.deficitwatch.release.published.v1}. */
  public String type() {
    return PREFIX + name;
  }

  public String topic() {
    return topic;
  }

  /** The record that the JSON value of the event is read into. */
  public Class<? extends Record> payload() {
    return payload;
  }

  /** CloudEvents {@code dataschema}: the {@code $id} of the JSON Schema of the value. */
  public URI dataSchema() {
    return URI.create("urn:deficitwatch:schema:" + schemaName());
  }

  /**
   * Name of the schema, and of its file under {@code schemas/}. The five alert events share one,
   * and so do the three of a release being reviewed.
   */
  public String schemaName() {
    if (payload == AlertChanged.class) {
      return "alert.changed.v1";
    }
    return payload == ReleaseReviewed.class ? "release.reviewed.v1" : name;
  }

  /** The event type with this CloudEvents {@code type}, if it is one of ours. */
  public static Optional<EventType> find(String type) {
    return Arrays.stream(values()).filter(known -> known.type().equals(type)).findFirst();
  }
}
