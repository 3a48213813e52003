package io.deficitwatch.ingestion.figures;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.figures.SeriesFigures.Entry;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The observations of a series in some ten bytes each: the period as its distance from the one
 * before, the status, the decimal with its scale. The last ones are in memory, those before in
 * blocks of the spill file.
 */
final class ObservationBytes {
  private static final int LONGEST = 64;
  private static final int HAS_VALUE = 0x08;
  private static final int LARGE = 0x10;
  private static final int DROPPED = 0x20;
  private static final int STATUS = 0x07;
  private static final ObservationStatus[] STATUSES = ObservationStatus.values();
  private static final byte[] NONE = {};

  private byte[] buffer = NONE;
  private int length;
  private long[] blocks = {};
  private int lastNumber;

  /** Adds an observation and returns by how many bytes this takes more memory. */
  int add(Observation observation) {
    int before = room(LONGEST + observation.value().map(ObservationBytes::large).orElse(0));
    putPeriod(observation.period());
    int head = observation.status().ordinal();
    if (observation.value().isEmpty()) {
      put(head);
    } else {
      BigDecimal value = observation.value().get();
      BigInteger unscaled = value.unscaledValue();
      boolean large = unscaled.bitLength() > 63;
      put(head | HAS_VALUE | (large ? LARGE : 0));
      putNumber(value.scale());
      if (large) {
        byte[] digits = unscaled.toByteArray();
        putNumber(digits.length);
        System.arraycopy(digits, 0, buffer, length, digits.length);
        length += digits.length;
      } else {
        putNumber(unscaled.longValue());
      }
    }
    return buffer.length - before;
  }

  int addDropped(TimePeriod period) {
    int before = room(LONGEST);
    putPeriod(period);
    put(DROPPED);
    return buffer.length - before;
  }

  /** What it takes of the memory, without what it takes at least. */
  int size() {
    return buffer.length;
  }

  /** Moves what is in memory to the file. */
  void spill(Spill spill) {
    if (length > 0) {
      blocks = Arrays.copyOf(blocks, blocks.length + 2);
      blocks[blocks.length - 2] = spill.write(ByteBuffer.wrap(buffer, 0, length));
      blocks[blocks.length - 1] = length;
    }
    buffer = NONE;
    length = 0;
  }

  List<Entry> read(Spill spill, Frequency frequency) {
    List<Entry> entries = new ArrayList<>();
    ByteBuffer bytes = all(spill);
    int number = 0;
    while (bytes.hasRemaining()) {
      number += (int) number(bytes);
      TimePeriod period = PeriodNumber.period(frequency, number);
      entries.add(new Entry(period, observation(period, bytes)));
    }
    return entries;
  }

  /** Numbers of the periods, as they were added. */
  IntStream periods(Spill spill, Frequency frequency) {
    return read(spill, frequency).stream().mapToInt(entry -> PeriodNumber.of(entry.period()));
  }

  private static Optional<Observation> observation(TimePeriod period, ByteBuffer bytes) {
    int head = bytes.get();
    if ((head & DROPPED) != 0) {
      return Optional.empty();
    }
    ObservationStatus status = STATUSES[head & STATUS];
    if ((head & HAS_VALUE) == 0) {
      return Optional.of(new Observation(period, Optional.empty(), status));
    }
    int scale = (int) number(bytes);
    BigDecimal value;
    if ((head & LARGE) == 0) {
      value = BigDecimal.valueOf(number(bytes), scale);
    } else {
      byte[] digits = new byte[(int) number(bytes)];
      bytes.get(digits);
      value = new BigDecimal(new BigInteger(digits), scale);
    }
    return Optional.of(new Observation(period, Optional.of(value), status));
  }

  private ByteBuffer all(Spill spill) {
    int total = length;
    for (int i = 1; i < blocks.length; i += 2) {
      total += (int) blocks[i];
    }
    ByteBuffer bytes = ByteBuffer.allocate(total);
    for (int i = 0; i < blocks.length; i += 2) {
      spill.read(blocks[i], (int) blocks[i + 1], bytes);
    }
    return bytes.put(buffer, 0, length).flip();
  }

  private static int large(BigDecimal value) {
    return value.unscaledValue().bitLength() / 8;
  }

  // Doubling would take most of the memory with a hundred thousand series
  private int room(int more) {
    int before = buffer.length;
    if (length + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, length + more + buffer.length / 2);
    }
    return before;
  }

  private void putPeriod(TimePeriod period) {
    int number = PeriodNumber.of(period);
    putNumber(number - lastNumber);
    lastNumber = number;
  }

  private void put(int one) {
    buffer[length++] = (byte) one;
  }

  // Seven bits a byte, the lowest first; small numbers of either sign are short (zigzag).
  private void putNumber(long number) {
    long rest = (number << 1) ^ (number >> 63);
    while ((rest & ~0x7FL) != 0) {
      put((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    put((int) rest);
  }

  private static long number(ByteBuffer bytes) {
    long rest = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes.get();
      rest |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return (rest >>> 1) ^ -(rest & 1);
  }
}
