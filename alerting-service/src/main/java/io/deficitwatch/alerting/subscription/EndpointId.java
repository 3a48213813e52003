package io.deficitwatch.alerting.subscription;

/**
 * Names an endpoint. Subscribers choose their ids themselves, so one is unique only with its owner.
 *
 * @param subscriberId the owner
 * @param id as the owner wrote it
 */
public record EndpointId(String subscriberId, String id) {}
