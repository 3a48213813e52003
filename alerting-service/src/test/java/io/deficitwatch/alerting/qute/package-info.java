/** Tests of what owners of rules write. */
@NullMarked
package io.deficitwatch.alerting.qute;

import org.jspecify.annotations.NullMarked;
