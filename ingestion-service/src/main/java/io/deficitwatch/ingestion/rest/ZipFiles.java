package io.deficitwatch.ingestion.rest;

import io.deficitwatch.ingestion.backfill.BackfillFiles;
import io.deficitwatch.ingestion.release.Content;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** The files in a zip. Nothing of it is ever written under the names that it gives. */
record ZipFiles(Content content) implements BackfillFiles {
  private static final long ALWAYS_ALLOWED = 64L << 20;

  /** Figures shrink to a fifth or a tenth; what grows more is made to fill disks. */
  private static final long MOST_GROWTH = 50;

  @Override
  public void visit(Visitor visitor) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(content.open())) {
      InputStream bounded = new Bounded(zip, ALWAYS_ALLOWED + MOST_GROWTH * content.size());
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory() && !isOfTheArchiver(entry.getName())) {
          visitor.file(entry.getName(), bounded);
          // What was not read still has to be inflated, to come to the next.
          bounded.transferTo(OutputStream.nullOutputStream());
        }
      }
    } catch (IllegalArgumentException e) {
      // So it tells of names that are not UTF-8.
      throw new ZipException("a name in the zip cannot be read: " + e.getMessage());
    }
  }

  // What macOS puts beside every file.
  private static boolean isOfTheArchiver(String name) {
    return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store");
  }

  private static final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream bytes, long most) {
      super(bytes);
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      count(Math.max(0, count));
      return count;
    }

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw new ZipException("its files are more than fifty times as large as the zip");
      }
    }
  }
}
