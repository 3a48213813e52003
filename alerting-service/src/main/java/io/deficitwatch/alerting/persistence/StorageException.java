package io.deficitwatch.alerting.persistence;

/** What the database gave cannot be read; the cause has its words. */
final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StorageException(String doing, Throwable cause) {
    super(doing, cause);
  }
}
