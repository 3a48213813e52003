package io.deficitwatch.launcher.story;

import java.util.ArrayList;
import java.util.List;

/** What the story was to show, ticked off as it is seen. */
final class Steps {
  private final Narrator narrator;
  private final List<String> missing = new ArrayList<>();
  private int seen;

  Steps(Narrator narrator) {
    this.narrator = narrator;
  }

  void seen(String told) {
    seen++;
    narrator.good(told);
  }

  void missing(String what) {
    missing.add(what);
    narrator.bad("missing: " + what);
  }

  void check(boolean holds, String told) {
    if (holds) {
      seen(told);
    } else {
      missing(told);
    }
  }

  int count() {
    return seen;
  }

  List<String> missing() {
    return List.copyOf(missing);
  }
}
