/** Tests of rules. */
@NullMarked
package io.deficitwatch.alerting.rule;

import org.jspecify.annotations.NullMarked;
