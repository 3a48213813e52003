package io.deficitwatch.metrics.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Names an indicator; its unit is in its definition. */
@Embeddable
record IndicatorColumns(
    @Column(name = "indicator_id") String indicatorId,
    @Column(name = "definition_version") int definitionVersion,
    @Column(name = "ref_area") String refArea,
    @Column(name = "frequency") String frequency) {}
