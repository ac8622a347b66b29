/** A moment with the offset of its zone, in the calendar of which its fields are. */
export interface ZonedDate {
  /** Seconds since 1970. */
  readonly unix: number;
  readonly nanosecond: number;
  /** Minutes that the zone is ahead of UTC. */
  readonly offset: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

export interface DateFields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond?: number;
  readonly offset: number;
}

const DAY = 86_400;

/** Days since 1970 of a day of the Gregorian calendar. */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function civilFromDays(days: number): readonly [year: number, month: number, day: number] {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day];
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The days of a month. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The moment of some fields; `undefined` when there is no such day or time. */
export function dateAt(fields: DateFields): ZonedDate | undefined {
  const { year, month, day, hour, minute, second, nanosecond = 0, offset } = fields;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const local = daysFromCivil(year, month, day) * DAY + hour * 3600 + minute * 60 + second;
  return fromUnix(local - offset * 60, nanosecond, offset);
}

/** The fields of a moment in a zone. */
export function fromUnix(unix: number, nanosecond = 0, offset = 0): ZonedDate {
  const local = unix + offset * 60;
  const days = Math.floor(local / DAY);
  const [year, month, day] = civilFromDays(days);
  const seconds = local - days * DAY;
  return {
    unix,
    nanosecond,
    offset,
    year,
    month,
    day,
    hour: Math.floor(seconds / 3600),
    minute: Math.floor((seconds % 3600) / 60),
    second: seconds % 60,
    weekday: (((days + 4) % 7) + 7) % 7,
  };
}

/** The moment of a JavaScript date, in UTC. */
export function fromDate(date: Date): ZonedDate {
  const milliseconds = date.getTime();
  const unix = Math.floor(milliseconds / 1000);
  return fromUnix(unix, (milliseconds - unix * 1000) * 1_000_000);
}

export function dayOfYear({ year, month, day }: ZonedDate): number {
  return daysFromCivil(year, month, day) - daysFromCivil(year, 1, 1) + 1;
}

/** The year and the week of ISO 8601, whose weeks belong to the year of their Thursday. */
export function isoWeek(date: ZonedDate): readonly [year: number, week: number] {
  const days = daysFromCivil(date.year, date.month, date.day);
  const thursday = days + 3 - ((date.weekday + 6) % 7);
  const [year] = civilFromDays(thursday);
  return [year, Math.floor((thursday - daysFromCivil(year, 1, 1)) / 7) + 1];
}

export const MONTHS: readonly string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
export const WEEKDAYS: readonly string[] = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
];

/** A number with at least so many digits. */
export function digits(value: number, width: number): string {
  return (value < 0 ? "-" : "") + String(Math.abs(value)).padStart(width, "0");
}

/** The offset of a zone: `+02:00`, or `Z` for none when `utc` says so. */
export function zoneText(offset: number, separator: string, utc?: string): string {
  if (offset === 0 && utc !== undefined) return utc;
  const minutes = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${digits(Math.floor(minutes / 60), 2)}${separator}${digits(minutes % 60, 2)}`;
}

/** `2006-01-02T15:04:05Z07:00`, whole seconds. */
export function formatRfc3339(date: ZonedDate): string {
  const day = `${digits(date.year, 4)}-${digits(date.month, 2)}-${digits(date.day, 2)}`;
  const time = `${digits(date.hour, 2)}:${digits(date.minute, 2)}:${digits(date.second, 2)}`;
  return `${day}T${time}${zoneText(date.offset, ":", "Z")}`;
}
