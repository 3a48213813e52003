package io.deficitwatch.contracts.value;

/** A text for people, in English and Japanese. */
public record LocalizedText(String en, String ja) {}
