/** The words of official statistics as types: periods, series keys, observations, vintages. */
@NullMarked
package io.deficitwatch.contracts.value;

import org.jspecify.annotations.NullMarked;
