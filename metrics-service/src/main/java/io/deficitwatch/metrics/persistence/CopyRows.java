package io.deficitwatch.metrics.persistence;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows in the text format of PostgreSQL's COPY. */
final class CopyRows {
  private final StringBuilder text = new StringBuilder();
  private boolean rowBegun;

  CopyRows add(@Nullable String value) {
    if (rowBegun) {
      text.append('\t');
    }
    rowBegun = true;
    if (value == null) {
      text.append("\\N");
    } else {
      append(value);
    }
    return this;
  }

  private void append(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }

  void endRow() {
    text.append('\n');
    rowBegun = false;
  }

  void copyInto(Connection connection, String table) throws SQLException {
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + table + " from stdin", new StringReader(text.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
