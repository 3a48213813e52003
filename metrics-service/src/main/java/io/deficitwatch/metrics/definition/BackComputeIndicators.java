package io.deficitwatch.metrics.definition;

import io.deficitwatch.metrics.definition.JobStore.Due;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Computes new versions of definitions over all that is stored, an area at a time: what is done
 * stays done, whatever ends the process.
 */
@ApplicationScoped
public class BackComputeIndicators {
  private final Steps steps;
  private final ComputeArea computeArea;

  public BackComputeIndicators(Steps steps, ComputeArea computeArea) {
    this.steps = steps;
    this.computeArea = computeArea;
  }

  /**
   * What a step came to.
   *
   * @param job how it stands after the step
   */
  public record Step(Due due, boolean computed, Optional<IndicatorJob> job) {}

  /** Computes the next area; empty if none is left. */
  public Optional<Step> computeNext() {
    return steps
        .findDue()
        .map(
            due -> {
              try {
                boolean computed = computeArea.compute(due);
                return new Step(
                    due, computed, steps.find(due.indicator(), due.definitionVersion()));
              } catch (RuntimeException | Error e) {
                // One area that cannot be computed must not keep the others
                steps.recordFailure(due);
                throw e;
              }
            });
  }

  /** Reads and notes how far jobs are, each in a short transaction of its own. */
  @ApplicationScoped
  public static class Steps {
    private final JobStore jobs;

    public Steps(JobStore jobs) {
      this.jobs = jobs;
    }

    @Transactional
    Optional<Due> findDue() {
      return jobs.findDue();
    }

    @Transactional
    Optional<IndicatorJob> find(String indicator, int definitionVersion) {
      return jobs.find(indicator, definitionVersion);
    }

    @Transactional
    void recordFailure(Due due) {
      jobs.recordFailure(due);
    }
  }
}
