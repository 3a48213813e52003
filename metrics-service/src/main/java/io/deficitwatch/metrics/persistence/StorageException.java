package io.deficitwatch.metrics.persistence;

/** The database refused or was out of reach; the cause has its words. */
final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StorageException(String doing, Throwable cause) {
    super(doing, cause);
  }
}
