package io.deficitwatch.launcher.story;

/** Tells the story as it happens. */
public interface Narrator {
  /** A new chapter. */
  void heading(String text);

  /** Something that was to be seen, and was. */
  void good(String text);

  /** Something that was to be seen, and was not. */
  void bad(String text);

  /** More about the line before. */
  void line(String text);
}
