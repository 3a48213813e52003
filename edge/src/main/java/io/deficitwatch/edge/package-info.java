/**
 * What every service does alike at its HTTP edge: bearer tokens and roles, RFC 9457 problem
 * details, the JSON mapper, tables as CSV, the name of its instance and the watch on its parent
 * process. Resources of the services call it; features never do.
 */
@NullMarked
package io.deficitwatch.edge;

import org.jspecify.annotations.NullMarked;
