/**
 * Tables as their publishers lay them out: of the Ministry of Finance of Japan, the World Bank, the
 * Office for National Statistics, the European Central Bank and the Federal Reserve. Which column
 * or code means which series is in the catalogue.
 */
@NullMarked
package io.deficitwatch.ingestion.format.table;

import org.jspecify.annotations.NullMarked;
