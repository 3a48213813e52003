package io.deficitwatch.alerting.rule;

/**
 * Names a rule. Subscribers choose their ids themselves, so one is unique only with its owner.
 *
 * @param subscriberId the owner
 * @param id as the owner wrote it
 */
public record RuleId(String subscriberId, String id) {}
