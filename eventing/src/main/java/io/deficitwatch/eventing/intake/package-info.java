/**
 * The inbox: takes each event once and sorts failures into those to wait out and those for the
 * dead-letter topic. Others use {@link io.deficitwatch.eventing.EventIntake}.
 */
@NullMarked
package io.deficitwatch.eventing.intake;

import org.jspecify.annotations.NullMarked;
