/** Tests that hold records, JSON Schemas, golden samples and asyncapi.yaml together. */
@NullMarked
package io.deficitwatch.contracts.schema;

import org.jspecify.annotations.NullMarked;
