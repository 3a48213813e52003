/**
 * The service's own PostgreSQL database: entities and the stores of the features. Entities never
 * leave this package.
 */
@NullMarked
package io.deficitwatch.alerting.persistence;

import org.jspecify.annotations.NullMarked;
