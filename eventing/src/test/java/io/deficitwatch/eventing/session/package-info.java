/** Session locks against a real database. */
@NullMarked
package io.deficitwatch.eventing.session;

import org.jspecify.annotations.NullMarked;
