package io.deficitwatch.ingestion.backfill;

import io.deficitwatch.ingestion.backfill.BackfillItem.Result;
import io.deficitwatch.ingestion.backfill.BackfillItem.State;
import io.deficitwatch.ingestion.catalogue.Publication;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts files into the order of the days in their names, and measures them. */
final class FileOrder {
  static final int MOST_FILES = 10_000;
  static final long MOST_BYTES_OF_A_FILE = 512L << 20;
  static final long MOST_BYTES = 8L << 30;

  private static final int LONGEST_NAME = 1000;
  private final Publication publication;
  private final Findings findings;
  private final List<Dated> files = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private int count;
  private long total;

  private record Dated(String name, LocalDate day, long bytes) {}

  FileOrder(Publication publication, Findings findings) {
    this.publication = publication;
    this.findings = findings;
  }

  /** Measures the file by reading it: what an archive says of its size is not to be believed. */
  void add(String name, InputStream bytes) throws IOException {
    String place = QuotedText.quote(name);
    count++;
    if (count > MOST_FILES) {
      throw new IOException("there are more than %d files".formatted(MOST_FILES));
    }
    if (name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
      findings.add(place, "is no usable name");
      return;
    }
    if (!names.add(name)) {
      findings.add(place, "is there twice");
    }
    Optional<LocalDate> day = FileDates.find(name);
    if (day.isEmpty()) {
      findings.add(place, "has no day in its name, such as 20170511 or 2017-05-11");
    }
    long size = measure(place, bytes);
    day.ifPresent(found -> files.add(new Dated(name, found, size)));
  }

  private long measure(String place, InputStream bytes) throws IOException {
    byte[] buffer = new byte[64 << 10];
    long size = 0;
    for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
      size += read;
      total += read;
      if (size > MOST_BYTES_OF_A_FILE || total > MOST_BYTES) {
        throw new IOException(
            "%s: a file has at most %d MiB, and all together at most %d MiB"
                .formatted(place, MOST_BYTES_OF_A_FILE >> 20, MOST_BYTES >> 20));
      }
    }
    return size;
  }

  List<BackfillItem> items() {
    if (files.isEmpty() && findings.isEmpty()) {
      findings.add("body", "there is no file in it");
    }
    List<Dated> ordered =
        files.stream().sorted(Comparator.comparing(Dated::day).thenComparing(Dated::name)).toList();
    List<BackfillItem> items = new ArrayList<>();
    for (Dated file : ordered) {
      items.add(
          new BackfillItem(
              items.size() + 1,
              file.name(),
              publication.momentOf(file.day()),
              file.bytes(),
              State.PENDING,
              Result.NONE));
    }
    return items;
  }
}
