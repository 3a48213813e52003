/** Tests of the stores. */
@NullMarked
package io.deficitwatch.alerting.persistence;

import org.jspecify.annotations.NullMarked;
