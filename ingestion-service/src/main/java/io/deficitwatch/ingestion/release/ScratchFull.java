package io.deficitwatch.ingestion.release;

/** Other files fill the room that there is for those that wait. */
public final class ScratchFull extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ScratchFull(long most) {
    super("the files that wait would have more than " + most + " bytes");
  }
}
