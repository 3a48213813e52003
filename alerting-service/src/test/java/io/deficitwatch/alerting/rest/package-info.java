/** Tests of the REST interface. */
@NullMarked
package io.deficitwatch.alerting.rest;

import org.jspecify.annotations.NullMarked;
