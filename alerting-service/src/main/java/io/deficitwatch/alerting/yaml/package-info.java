/** Scenario points, as the file that comes with the contracts has them. */
@NullMarked
package io.deficitwatch.alerting.yaml;

import org.jspecify.annotations.NullMarked;
