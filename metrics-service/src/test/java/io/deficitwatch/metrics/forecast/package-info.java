/** Tests of the models, on series whose continuation is known. */
@NullMarked
package io.deficitwatch.metrics.forecast;

import org.jspecify.annotations.NullMarked;
