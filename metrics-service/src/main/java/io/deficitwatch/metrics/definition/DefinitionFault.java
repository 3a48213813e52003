package io.deficitwatch.metrics.definition;

/**
 * One thing that is wrong with a document.
 *
 * @param place as in {@code components[0].sign}; or line and column
 * @param detail what, as the rest of a sentence that begins with the place
 */
public record DefinitionFault(String place, String detail) {
  @Override
  public String toString() {
    return place + " " + detail;
  }

  /** The place as a JSON pointer. */
  public String pointer() {
    return "/" + place.replace('.', '/').replace('[', '/').replace("]", "");
  }
}
