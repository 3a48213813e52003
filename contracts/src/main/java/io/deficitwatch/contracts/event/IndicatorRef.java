package io.deficitwatch.contracts.event;

import io.deficitwatch.contracts.value.Frequency;

/**
 * Which indicator, by which definition, of which area, at which frequency.
 *
 * @param id as in {@code JP-DIGITAL-5}
 * @param definitionVersion version of the definition it was computed by, from 1
 * @param refArea reference area, SDMX CL_AREA
 * @param unit unit of measure of its values, ISO 4217 for money, base units
 */
public record IndicatorRef(
    String id, int definitionVersion, String refArea, Frequency frequency, String unit) {}
