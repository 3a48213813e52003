/** Tests of what rules refer to. */
@NullMarked
package io.deficitwatch.alerting.cel;

import org.jspecify.annotations.NullMarked;
