package io.deficitwatch.ingestion.quality;

/**
 * One thing that is wrong with a release.
 *
 * @param place a JSON pointer into the body, {@code line:field} of a CSV file, {@code line:column}
 *     of XML, or the name of a parameter
 * @param detail what; text from outside is quoted by {@link QuotedText}
 */
public record Finding(String place, String detail) {}
