/**
 * Measurements against a running stack, each beside a limit measured in the same run. Nothing here
 * is shipped.
 */
@NullMarked
package io.deficitwatch.benchmarks;

import org.jspecify.annotations.NullMarked;
