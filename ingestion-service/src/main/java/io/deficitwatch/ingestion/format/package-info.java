/**
 * Reads what publishers write: replies of the Bank of Japan's API and SDMX-CSV. Called by the
 * release feature through its ports; what it reads is hostile until it is checked.
 */
@NullMarked
package io.deficitwatch.ingestion.format;

import org.jspecify.annotations.NullMarked;
