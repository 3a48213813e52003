/**
 * A real Kafka broker and a real PostgreSQL that run without Docker: for the launcher and for
 * integration tests.
 */
@NullMarked
package io.deficitwatch.embedded;

import org.jspecify.annotations.NullMarked;
