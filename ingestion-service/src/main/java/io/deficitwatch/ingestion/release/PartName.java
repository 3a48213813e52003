package io.deficitwatch.ingestion.release;

/**
 * Names a part of a release.
 *
 * @param number from 1 in each area
 */
public record PartName(String releaseId, String refArea, int number) {}
