/**
 * The forecasts judged on the M3 competition (Makridakis and Hibon 2000, "The M3-Competition:
 * results, conclusions and implications"), and what their intervals are calibrated with.
 */
@NullMarked
package io.deficitwatch.benchmarks.m3;

import org.jspecify.annotations.NullMarked;
