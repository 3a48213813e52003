/** The command line of {@code ./run}: options, data directory, secrets, and the order of events. */
@NullMarked
package io.deficitwatch.launcher;

import org.jspecify.annotations.NullMarked;
