/** Tests of what rules refer to. */
@NullMarked
package io.deficitwatch.alerting.yaml;

import org.jspecify.annotations.NullMarked;
