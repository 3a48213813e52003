/** Tests of silences. */
@NullMarked
package io.deficitwatch.alerting.silence;

import org.jspecify.annotations.NullMarked;
