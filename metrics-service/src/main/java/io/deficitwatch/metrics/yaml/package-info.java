/**
 * Definitions and scenarios from YAML resources, checked at start. Called through the ports only.
 */
@NullMarked
package io.deficitwatch.metrics.yaml;

import org.jspecify.annotations.NullMarked;
