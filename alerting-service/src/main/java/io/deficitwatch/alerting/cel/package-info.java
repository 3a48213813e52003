/** Expressions of rules, in the Common Expression Language (CEL, https://cel.dev). */
@NullMarked
package io.deficitwatch.alerting.cel;

import org.jspecify.annotations.NullMarked;
