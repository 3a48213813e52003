/**
 * What others say of years to come, and what a user supposes: end points, apart from observations
 * and projections, and the ways there, which are always our interpolation. Front doors: {@link
 * io.deficitwatch.metrics.scenario.Scenarios} and {@link
 * io.deficitwatch.metrics.scenario.PutScenario}.
 */
@NullMarked
package io.deficitwatch.metrics.scenario;

import org.jspecify.annotations.NullMarked;
