/**
 * Kafka, PostgreSQL and the three services as one stack: started, supervised and stopped together.
 */
@NullMarked
package io.deficitwatch.launcher.stack;

import org.jspecify.annotations.NullMarked;
