/** Releases for the tests: typed from published figures, or read from the publishers' own files. */
@NullMarked
package io.deficitwatch.metrics.sample;

import org.jspecify.annotations.NullMarked;
