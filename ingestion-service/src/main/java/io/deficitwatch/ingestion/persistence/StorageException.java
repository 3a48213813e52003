package io.deficitwatch.ingestion.persistence;

import java.sql.SQLException;

/** The database did not do what it was asked for. */
final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StorageException(SQLException cause) {
    super(cause);
  }
}
