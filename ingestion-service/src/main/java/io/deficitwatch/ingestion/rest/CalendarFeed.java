package io.deficitwatch.ingestion.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deficitwatch.ingestion.calendar.ScheduledRelease;
import io.deficitwatch.ingestion.calendar.ScheduledRelease.Basis;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Releases as iCalendar, RFC 5545. The same releases give the same bytes, on every instance: the
 * stamps say when a date was stated, not when it was asked for.
 */
final class CalendarFeed {
  private static final String PRODUCT = "-//Deficit Watch//Release calendar//EN";
  private static final Duration REFRESH = Duration.ofHours(12);

  private CalendarFeed() {}

  static byte[] write(List<ScheduledRelease> releases, CalendarQuery.Language language) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId(PRODUCT));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
    calendar.add(
        new XProperty(
            "X-WR-CALNAME",
            language == CalendarQuery.Language.EN ? "Statistics releases" : "統計の公表予定"));
    releases.forEach(release -> calendar.add(event(release, language)));
    var bytes = new ByteArrayOutputStream();
    try {
      new CalendarOutputter(false).output(calendar, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static String mediaType() {
    return "text/calendar;charset=" + UTF_8.name();
  }

  private static VEvent event(ScheduledRelease release, CalendarQuery.Language language) {
    Instant stated = release.schedule().statedOn().atStartOfDay(ZoneOffset.UTC).toInstant();
    VEvent event = new VEvent(false);
    event.add(new Uid("urn:deficitwatch:release:" + release.subject()));
    event.add(new DtStamp(stated));
    event.add(new LastModified(stated));
    event.add(new Sequence(release.schedule().sequence()));
    event.add(new DtStart<>(release.at()));
    event.add(
        new Summary(
            new ParameterList(
                List.of(new net.fortuna.ical4j.model.parameter.Language(language.tag()))),
            language.of(release.title())));
    event.add(new Categories(release.dataflow().toString()));
    event.add(
        release.schedule().basis() == Basis.ANNOUNCED
            ? ImmutableStatus.VEVENT_CONFIRMED
            : ImmutableStatus.VEVENT_TENTATIVE);
    event.add(ImmutableTransp.TRANSPARENT);
    release.schedule().source().ifPresent(source -> event.add(new Url(source)));
    return event;
  }
}
