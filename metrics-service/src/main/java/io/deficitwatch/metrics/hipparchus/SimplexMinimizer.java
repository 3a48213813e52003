package io.deficitwatch.metrics.hipparchus;

import io.deficitwatch.metrics.forecast.Minimizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.ToDoubleFunction;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/** Nelder and Mead's simplex. */
@ApplicationScoped
public class SimplexMinimizer implements Minimizer {
  // In log likelihoods a difference that tells no two models apart
  private static final double TOLERANCE = 1e-3;
  private static final int EVALUATIONS_A_DIMENSION = 60;
  // The simplex compares by differences, which infinity has none of
  private static final double UNDEFINED = 1e100;

  @Override
  public double[] minimize(ToDoubleFunction<double[]> function, double[] start, double step) {
    Best best = new Best(function, start);
    try {
      new SimplexOptimizer(
              (_, before, now) -> Math.abs(before.getValue() - now.getValue()) < TOLERANCE)
          .optimize(
              new MaxEval(EVALUATIONS_A_DIMENSION * start.length),
              new ObjectiveFunction(best::evaluate),
              GoalType.MINIMIZE,
              new InitialGuess(start),
              new NelderMeadSimplex(start.length, step));
    } catch (MathIllegalStateException _) {
      // As many evaluations as a series may cost: the best of them is good enough
      return best.place;
    }
    return best.place;
  }

  private static final class Best {
    private final ToDoubleFunction<double[]> function;
    private double[] place;
    private double least = Double.POSITIVE_INFINITY;

    Best(ToDoubleFunction<double[]> function, double[] start) {
      this.function = function;
      this.place = start.clone();
    }

    double evaluate(double[] at) {
      double value = function.applyAsDouble(at);
      if (value < least) {
        least = value;
        place = at.clone();
      }
      return Double.isFinite(value) ? value : UNDEFINED;
    }
  }
}
