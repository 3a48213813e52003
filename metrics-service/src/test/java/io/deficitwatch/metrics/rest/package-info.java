/** The HTTP interface. */
@NullMarked
package io.deficitwatch.metrics.rest;

import org.jspecify.annotations.NullMarked;
