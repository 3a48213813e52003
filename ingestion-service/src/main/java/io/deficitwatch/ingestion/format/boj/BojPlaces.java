package io.deficitwatch.ingestion.format.boj;

/** Names places in a reply of several pages. */
final class BojPlaces {
  private BojPlaces() {}

  /**
   * @param page from 0
   * @param pointer into the page
   */
  static String onPage(int page, int pages, String pointer) {
    return pages == 1 ? pointer : "page %d: %s".formatted(page + 1, pointer);
  }
}
