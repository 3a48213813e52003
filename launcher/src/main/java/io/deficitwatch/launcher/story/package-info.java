/** Replays the sample releases and tells what the services make of them. */
@NullMarked
package io.deficitwatch.launcher.story;

import org.jspecify.annotations.NullMarked;
