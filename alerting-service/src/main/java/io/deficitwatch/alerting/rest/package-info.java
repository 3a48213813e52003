/** The service over HTTP: subscribers, endpoints, rules, alerts and deliveries. */
@NullMarked
package io.deficitwatch.alerting.rest;

import org.jspecify.annotations.NullMarked;
