/**
 * What the Bank of Japan's Time-Series Data Search gives out: replies of its API as JSON and CSV,
 * and its flat files.
 */
@NullMarked
package io.deficitwatch.ingestion.format.boj;

import org.jspecify.annotations.NullMarked;
