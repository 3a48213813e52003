/** The measures held to hand-made examples and to what was published. */
@NullMarked
package io.deficitwatch.benchmarks.m3;

import org.jspecify.annotations.NullMarked;
