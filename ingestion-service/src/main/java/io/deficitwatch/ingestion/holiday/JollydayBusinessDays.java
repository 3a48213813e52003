package io.deficitwatch.ingestion.holiday;

import static java.util.stream.Collectors.toUnmodifiableSet;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.deficitwatch.ingestion.calendar.BusinessDays;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URL;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Business days by Jollyday's rules, from holiday files of our own where the one it brings is
 * behind the law: its Japan has neither the equinoxes nor the present emperor's birthday nor most
 * substitute holidays, and 18 real release dates do not come out right with it.
 */
@Startup
@ApplicationScoped
class JollydayBusinessDays implements BusinessDays {
  private static final String JAPAN = "JP";

  // Order for Enforcement of the Banking Act, article 5: banks, the Bank of Japan among them, are
  // closed from 31 December to 3 January.
  private static final Set<MonthDay> BANKS_CLOSED =
      Set.of(MonthDay.of(12, 31), MonthDay.of(1, 1), MonthDay.of(1, 2), MonthDay.of(1, 3));

  private final Map<String, HolidayManager> countries =
      Map.of(
          JAPAN,
          manager(JAPAN),
          // Days on which nobody pays in euro, which is when European institutions are closed
          "EU",
          HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.TARGET)),
          "FR",
          HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE)),
          "US",
          HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_STATES)));
  private final Map<CountryYear, Set<LocalDate>> years = new ConcurrentHashMap<>();

  private record CountryYear(String country, int year) {}

  @Override
  public boolean knows(String country) {
    return countries.containsKey(country);
  }

  @Override
  public boolean isBusinessDay(String country, LocalDate day) {
    if (!knows(country)) {
      throw new IllegalArgumentException("no holidays are known of " + country);
    }
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !isHoliday(country, day)
        && !(country.equals(JAPAN) && isClosedInJapan(day));
  }

  // Act on National Holidays, article 3 (3): a day between two holidays is one.
  private boolean isClosedInJapan(LocalDate day) {
    return BANKS_CLOSED.contains(MonthDay.from(day))
        || isHoliday(JAPAN, day.minusDays(1)) && isHoliday(JAPAN, day.plusDays(1));
  }

  private boolean isHoliday(String country, LocalDate day) {
    return years
        .computeIfAbsent(new CountryYear(country, day.getYear()), this::holidays)
        .contains(day);
  }

  private Set<LocalDate> holidays(CountryYear of) {
    return Objects.requireNonNull(countries.get(of.country()))
        .getHolidays(Year.of(of.year()))
        .stream()
        .map(Holiday::getDate)
        .collect(toUnmodifiableSet());
  }

  private static HolidayManager manager(String country) {
    URL file = JollydayBusinessDays.class.getResource("/holidays/" + country + ".xml");
    if (file == null) {
      throw new IllegalStateException("holidays of " + country + ": no such resource");
    }
    return HolidayManager.getInstance(ManagerParameters.create(file));
  }
}
