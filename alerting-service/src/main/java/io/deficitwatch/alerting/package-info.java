@NullMarked
package io.deficitwatch.alerting;

import org.jspecify.annotations.NullMarked;
