/**
 * Sessions of the service's database that belong to one piece of work for as long as it lives, and
 * the locks that such a session holds so that one instance of a service does the work at a time.
 */
@NullMarked
package io.deficitwatch.eventing.session;

import org.jspecify.annotations.NullMarked;
