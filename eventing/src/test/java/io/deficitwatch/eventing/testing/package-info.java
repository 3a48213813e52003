/** What tests of services share: a real broker and database, and ways to look into topics. */
@NullMarked
package io.deficitwatch.eventing.testing;

import org.jspecify.annotations.NullMarked;
