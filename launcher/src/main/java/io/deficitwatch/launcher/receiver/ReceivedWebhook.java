package io.deficitwatch.launcher.receiver;

import io.deficitwatch.contracts.event.AlertChanged;
import java.time.Instant;

/**
 * A webhook whose signature was verified.
 *
 * @param id the {@code webhook-id}: the same on every attempt of one delivery
 * @param type what happened, as in {@code io.deficitwatch.alert.raised.v1}
 */
public record ReceivedWebhook(String id, Instant receivedAt, String type, AlertChanged alert) {

  /** What it is about: two webhooks with one subject and two ids are an alert given twice. */
  public String subject() {
    return alert.alertId() + "/" + alert.transition() + "/" + alert.figure().vintage().releaseId();
  }
}
