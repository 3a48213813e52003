package io.deficitwatch.metrics.persistence;

import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.revision.ReleaseRegister;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Reads the releases that were merged. */
@ApplicationScoped
class JdbcReleaseRegister implements ReleaseRegister {
  private static final String LIST =
      "select r.stage, r.content, r.sha256,"
          + VintageRows.RELEASE
          + "from release r where r.id = any(?) order by r.released_at, r.received_at, r.id";

  private final DataSource dataSource;

  JdbcReleaseRegister(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<RegisteredRelease> list(Collection<KnownVintage> releases) {
    List<RegisteredRelease> found = new ArrayList<>();
    VintageRows rows = new VintageRows();
    try (Connection connection = dataSource.getConnection()) {
      Sql.query(
          connection,
          LIST,
          row ->
              found.add(
                  new RegisteredRelease(
                      rows.known(row),
                      Stage.valueOf(row.getString("stage")),
                      row.getString("content"),
                      row.getString("sha256"))),
          Sql.textArray(
              connection, releases.stream().map(KnownVintage::releaseId).toArray(String[]::new)));
    } catch (SQLException e) {
      throw new StorageException("reading " + releases.size() + " releases", e);
    }
    return found;
  }
}
