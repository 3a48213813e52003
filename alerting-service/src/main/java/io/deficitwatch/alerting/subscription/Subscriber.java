package io.deficitwatch.alerting.subscription;

/**
 * Somebody who keeps rules and endpoints.
 *
 * @param name for people
 * @param language of texts that come in one language only
 */
public record Subscriber(String id, String name, Language language) {}
