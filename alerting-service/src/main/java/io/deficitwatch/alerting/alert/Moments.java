package io.deficitwatch.alerting.alert;

import io.deficitwatch.contracts.value.LocalizedText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as readers know them: in English by UTC, in Japanese by the time of Japan. */
final class Moments {
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter JAPANESE =
      DateTimeFormatter.ofPattern("yyyy年M月d日 H:mm'（日本時間）'", Locale.JAPANESE)
          .withZone(ZoneId.of("Asia/Tokyo"));

  private Moments() {}

  static LocalizedText of(Instant moment) {
    return new LocalizedText(ENGLISH.format(moment), JAPANESE.format(moment));
  }
}
