/** The releases that the story replays, typed from published figures. */
@NullMarked
package io.deficitwatch.launcher.sample;

import org.jspecify.annotations.NullMarked;
