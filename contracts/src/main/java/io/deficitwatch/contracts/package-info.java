/**
 * The published language of Deficit Watch: topics, event records, value types and their JSON. No
 * framework, no service code.
 */
@NullMarked
package io.deficitwatch.contracts;

import org.jspecify.annotations.NullMarked;
