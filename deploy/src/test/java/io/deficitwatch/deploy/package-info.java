/**
 * Holds what is deployed against what the services are: manifests, compose file and Dockerfiles
 * against schemas, configuration keys, topics and ports.
 */
@NullMarked
package io.deficitwatch.deploy;

import org.jspecify.annotations.NullMarked;
