/** How the published language is written as JSON: one mapper for producers, consumers and REST. */
@NullMarked
package io.deficitwatch.contracts.json;

import org.jspecify.annotations.NullMarked;
