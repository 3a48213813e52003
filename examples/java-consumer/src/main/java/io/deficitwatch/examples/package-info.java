/**
 * How an internal app consumes the topics: kafka-clients and the contracts jar, no framework. A
 * reading example, and one that runs.
 */
@NullMarked
package io.deficitwatch.examples;

import org.jspecify.annotations.NullMarked;
