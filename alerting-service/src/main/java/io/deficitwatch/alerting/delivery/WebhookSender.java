package io.deficitwatch.alerting.delivery;

/** Makes one signed HTTP request. */
public interface WebhookSender {
  /** Sends and waits for the answer; what goes wrong is an outcome, never an exception. */
  DeliveryAttempt send(DueDelivery delivery);
}
