package io.deficitwatch.alerting.rule;

import java.math.BigDecimal;

/**
 * A further limit of a rule, for an alert of another severity.
 *
 * @param limit in the unit of the rule's own limit, beyond which it lies
 */
public record Level(Severity severity, BigDecimal limit) {}
