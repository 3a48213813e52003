package io.deficitwatch.metrics.forecast;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the exponential smoothing models, as Hyndman and others (2008, "Forecasting with
 * Exponential Smoothing: The State Space Approach") order them.
 *
 * @param relative whether errors are relative to the forecast (M) or not (A)
 * @param trend none, additive, or additive and damped
 * @param season none, additive or multiplicative
 */
record EtsForm(boolean relative, Trend trend, Season season) {
  enum Trend {
    NONE("N"),
    ADDITIVE("A"),
    DAMPED("Ad");

    private final String letters;

    Trend(String letters) {
      this.letters = letters;
    }
  }

  enum Season {
    NONE("N"),
    ADDITIVE("A"),
    MULTIPLICATIVE("M");

    private final String letter;

    Season(String letter) {
      this.letter = letter;
    }
  }

  /**
   * Those that can be told apart and are stable: a multiplicative season goes with relative errors
   * alone, as in R's ets.
   */
  static List<EtsForm> candidates(boolean positive, boolean seasonal) {
    List<EtsForm> forms = new ArrayList<>();
    for (Trend trend : Trend.values()) {
      Season additive = seasonal ? Season.ADDITIVE : Season.NONE;
      forms.add(new EtsForm(false, trend, additive));
      if (positive) {
        forms.add(new EtsForm(true, trend, additive));
      }
      if (positive && seasonal) {
        forms.add(new EtsForm(true, trend, Season.MULTIPLICATIVE));
      }
    }
    return forms;
  }

  /** Smoothing parameters, initial states and the variance. */
  int parameters(int perYear) {
    int trending =
        switch (trend) {
          case NONE -> 0;
          case ADDITIVE -> 2;
          case DAMPED -> 3;
        };
    return 3 + trending + (season == Season.NONE ? 0 : perYear);
  }

  @Override
  public String toString() {
    return "ETS(%s,%s,%s)".formatted(relative ? "M" : "A", trend.letters, season.letter);
  }
}
