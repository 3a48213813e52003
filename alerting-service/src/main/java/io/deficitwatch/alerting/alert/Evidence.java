package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.OutlookStore.ArrivedProjection;
import io.deficitwatch.alerting.rule.ReleaseNotice;
import io.deficitwatch.alerting.rule.SeriesHistory;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a series when rules judge it, as far as they look at it.
 *
 * @param history its figures; empty if none is known
 * @param projections in the order of their vintages
 * @param notices of its releases, in the order of their moments
 */
record Evidence(
    Optional<SeriesHistory> history,
    List<ArrivedProjection> projections,
    List<ReleaseNotice> notices) {}
