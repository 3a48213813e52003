/**
 * Creates the topics that a service owns. Works by configuration; nobody calls it but the relay.
 */
@NullMarked
package io.deficitwatch.eventing.topic;

import org.jspecify.annotations.NullMarked;
