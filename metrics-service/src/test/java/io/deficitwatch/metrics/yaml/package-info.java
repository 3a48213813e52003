/** The shipped definitions for tests of the features. */
@NullMarked
package io.deficitwatch.metrics.yaml;

import org.jspecify.annotations.NullMarked;
