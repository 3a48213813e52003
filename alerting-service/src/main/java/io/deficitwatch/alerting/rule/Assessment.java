package io.deficitwatch.alerting.rule;

import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.event.AlertChanged.Measure;
import java.util.Optional;

/**
 * What a period means to a rule.
 *
 * @param holds whether it meets the condition. Equal is not beyond
 * @param sustained whether an alert that fires goes on; the same, unless the rule clears elsewhere
 * @param severity of the highest level reached; of the rule itself if none is
 * @param limit that of the level
 * @param measure what was compared, if not the figure itself
 */
public record Assessment(
    boolean holds, boolean sustained, Severity severity, Limit limit, Optional<Measure> measure) {}
