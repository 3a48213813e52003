package io.deficitwatch.alerting.silence;

import java.time.Instant;

/** Somebody has seen an alert, and wants to hear of it again only when it is over. */
public record Acknowledgement(String alertId, Silence.Note note, Instant at) {}
