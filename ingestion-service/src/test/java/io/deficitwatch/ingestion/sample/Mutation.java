package io.deficitwatch.ingestion.sample;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A way in which a file gets damaged on its way. */
public enum Mutation {
  /** The transfer broke off. */
  CUT(true) {
    @Override
    public byte[] apply(byte[] bytes, Charset charset, Random random) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
  },
  /** Bits turned over; one in a digit makes another figure, which nobody can tell. */
  FLIPPED(false) {
    @Override
    public byte[] apply(byte[] bytes, Charset charset, Random random) {
      byte[] flipped = bytes.clone();
      for (int i = random.nextInt(20) + 1; i > 0; i--) {
        flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return flipped;
    }
  },
  /** A piece of it came twice. */
  REPEATED(true) {
    @Override
    public byte[] apply(byte[] bytes, Charset charset, Random random) {
      List<String> lines = lines(bytes, charset);
      int from = random.nextInt(lines.size());
      int to = Math.min(lines.size(), from + 1 + random.nextInt(20));
      lines.addAll(to, List.copyOf(lines.subList(from, to)));
      return bytes(lines, charset);
    }
  },
  /** A program saved it in another character set. */
  RECODED(true) {
    @Override
    public byte[] apply(byte[] bytes, Charset charset, Random random) {
      List<Charset> others =
          List.of(
              StandardCharsets.UTF_16,
              StandardCharsets.UTF_16LE,
              StandardCharsets.ISO_8859_1,
              Charset.forName("windows-31j"),
              Charset.forName("EUC-JP"));
      return new String(bytes, charset).getBytes(others.get(random.nextInt(others.size())));
    }
  },
  /** A spreadsheet moved the columns, names and fields alike. */
  COLUMNS_MOVED(true) {
    @Override
    public byte[] apply(byte[] bytes, Charset charset, Random random) {
      long seed = random.nextLong();
      return fields(bytes, charset, fields -> Collections.shuffle(fields, new Random(seed)));
    }
  },
  /** The fields of some rows slipped to the side. */
  FIELDS_SLIPPED(false) {
    @Override
    public byte[] apply(byte[] bytes, Charset charset, Random random) {
      return fields(
          bytes,
          charset,
          fields -> {
            if (random.nextInt(30) == 0) {
              Collections.rotate(fields, 1 + random.nextInt(3));
            }
          });
    }
  },
  /** Lines got lost in the middle. */
  LINES_LOST(true) {
    @Override
    public byte[] apply(byte[] bytes, Charset charset, Random random) {
      List<String> lines = lines(bytes, charset);
      lines.removeIf(_ -> random.nextInt(20) == 0);
      return bytes(lines, charset);
    }
  },
  /** Something else was written over a piece of it. */
  OVERWRITTEN(false) {
    @Override
    public byte[] apply(byte[] bytes, Charset charset, Random random) {
      byte[] noise = new byte[1 + random.nextInt(2000)];
      random.nextBytes(noise);
      byte[] overwritten = bytes.clone();
      int at = random.nextInt(bytes.length);
      System.arraycopy(noise, 0, overwritten, at, Math.min(noise.length, bytes.length - at));
      return overwritten;
    }
  },
  /** One character became a hundred thousand. */
  SWOLLEN(false) {
    @Override
    public byte[] apply(byte[] bytes, Charset charset, Random random) {
      int at = random.nextInt(bytes.length);
      var swollen = new ByteArrayOutputStream();
      swollen.write(bytes, 0, at);
      for (int i = 0; i < 100_000; i++) {
        swollen.write(bytes[at]);
      }
      swollen.write(bytes, at, bytes.length - at);
      return swollen.toByteArray();
    }
  };

  private final boolean canBeTold;

  Mutation(boolean canBeTold) {
    this.canBeTold = canBeTold;
  }

  /** Whether a file that is damaged like this has no figure that the real one has not. */
  public boolean canBeTold() {
    return canBeTold;
  }

  /** The bytes damaged. */
  public abstract byte[] apply(byte[] bytes, Charset charset, Random random);

  private interface Change {
    void apply(List<String> fields);
  }

  private static byte[] fields(byte[] bytes, Charset charset, Change change) {
    List<String> lines = lines(bytes, charset);
    lines.replaceAll(
        line -> {
          List<String> fields = new ArrayList<>(Arrays.asList(line.split(",", -1)));
          change.apply(fields);
          return String.join(",", fields);
        });
    return bytes(lines, charset);
  }

  private static List<String> lines(byte[] bytes, Charset charset) {
    return new ArrayList<>(Arrays.asList(new String(bytes, charset).split("\n", -1)));
  }

  private static byte[] bytes(List<String> lines, Charset charset) {
    return String.join("\n", lines).getBytes(charset);
  }
}
