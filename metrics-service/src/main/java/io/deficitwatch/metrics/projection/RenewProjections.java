package io.deficitwatch.metrics.projection;

import jakarta.enterprise.context.ApplicationScoped;

/** Asks for what another engine made to be made again, some at a time. */
@ApplicationScoped
public class RenewProjections {
  // So few that a release soon has its turn
  private static final int AT_A_TIME = 50;

  private final DueProjections due;

  public RenewProjections(DueProjections due) {
    this.due = due;
  }

  /** Whether there were any; to be called while no projection is asked for by a release. */
  public boolean renewSome() {
    return due.addMadeByOthers(Engine.VERSION, AT_A_TIME) > 0;
  }
}
