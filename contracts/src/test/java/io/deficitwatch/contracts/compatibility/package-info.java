/**
 * The rule that what was once published stays readable: a comparison of schemas and the history
 * that it is run against.
 */
@NullMarked
package io.deficitwatch.contracts.compatibility;

import org.jspecify.annotations.NullMarked;
