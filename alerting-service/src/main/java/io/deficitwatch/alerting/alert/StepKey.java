package io.deficitwatch.alerting.alert;

/**
 * Names one step in the course of an alert.
 *
 * @param kind as in {@code RAISED} or {@code SUPERSEDED}
 * @param releaseId of the release that brought it about
 */
public record StepKey(String kind, String releaseId) {}
