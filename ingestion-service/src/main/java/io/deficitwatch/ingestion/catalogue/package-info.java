/**
 * Which dataflows are taken and how a publisher's codes and units translate into ours. Knows no
 * file and no database; called by everything that reads a release.
 */
@NullMarked
package io.deficitwatch.ingestion.catalogue;

import org.jspecify.annotations.NullMarked;
