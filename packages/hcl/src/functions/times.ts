import { NUMBER, objectOf, STRING, type Type } from "../evaluate/value/type.js";
import { quoted } from "../evaluate/value/text-order.js";
import { Value } from "../evaluate/value/value.js";
import {
  dateAt,
  dayOfYear,
  formatRfc3339,
  fromDate,
  fromUnix,
  isoWeek,
  MONTHS,
  WEEKDAYS,
  type ZonedDate,
} from "./date.js";
import { argument, ArgumentError, FunctionError, type FunctionDefinition } from "./definition.js";
import { parseDuration } from "./duration.js";
import { formatDate } from "./format-date.js";
import { formatGoTime, formatStrftime } from "./go-time.js";
import type { Host } from "./host.js";
import { textFunction } from "./strings.js";
import { parseTimestamp, TimestampError } from "./timestamp.js";
import { toInt64 } from "./whole-number.js";

function timestampOr(text: string, fail: (why: string) => Error): ZonedDate {
  try {
    return parseTimestamp(text);
  } catch (error) {
    if (error instanceof TimestampError) throw fail(error.message);
    throw error;
  }
}

const BILLION = 1_000_000_000n;

function timeadd(timestamp: string, duration: string): string {
  const date = timestampOr(timestamp, (why) => new FunctionError(why));
  const total = BigInt(date.unix) * BILLION + BigInt(date.nanosecond) + parseDuration(duration);
  const seconds = total / BILLION - (total < 0n && total % BILLION !== 0n ? 1n : 0n);
  return formatRfc3339(fromUnix(Number(seconds), 0, date.offset));
}

const FIELDS: readonly (readonly [string, Type])[] = [
  ["day", NUMBER],
  ["hour", NUMBER],
  ["iso_week", NUMBER],
  ["iso_year", NUMBER],
  ["minute", NUMBER],
  ["month", NUMBER],
  ["month_name", STRING],
  ["second", NUMBER],
  ["weekday", NUMBER],
  ["weekday_name", STRING],
  ["year", NUMBER],
  ["year_day", NUMBER],
];

/** The fields of a time as an object. */
function fieldsOf(date: ZonedDate, more: readonly (readonly [string, Value])[]): Value {
  const [isoYear, week] = isoWeek(date);
  return Value.object([
    ["day", Value.number(date.day)],
    ["hour", Value.number(date.hour)],
    ["iso_week", Value.number(week)],
    ["iso_year", Value.number(isoYear)],
    ["minute", Value.number(date.minute)],
    ["month", Value.number(date.month)],
    ["month_name", Value.string(MONTHS[date.month - 1] ?? "")],
    ["second", Value.number(date.second)],
    ["weekday", Value.number(date.weekday)],
    ["weekday_name", Value.string(WEEKDAYS[date.weekday] ?? "")],
    ["year", Value.number(date.year)],
    ["year_day", Value.number(dayOfYear(date))],
    ...more,
  ]);
}

/** RFC 3339 as Go reads it when it is not strict: one digit for the hour, a space for the `T`. */
const LENIENT = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d?):(\d\d):(\d\d)(?:[.,](\d+))?(?:Z|([+-])(\d\d):(\d\d))$/;

function lenientDate(text: string): ZonedDate | undefined {
  const match = LENIENT.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, , sign = "+", hours = "0", minutes = "0"] = match;
  if (Number(hours) > 24 || Number(minutes) > 60) return undefined;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  return dateAt({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    offset,
  });
}

function unixSeconds(value: Value): number {
  try {
    return Number(toInt64(value));
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error;
    throw new ArgumentError(
      0,
      `unix_timestamp must be a whole number of seconds representable as a 64-bit integer: ${error.message}`,
    );
  }
}

/** `legacy_isotime` and `legacy_strftime`: the time at which the program started, in a format. */
const legacy = (
  startedAt: () => Date,
  format: (layout: string, date: ZonedDate) => string,
): FunctionDefinition => ({
  parameters: [],
  variadic: { name: "format", type: STRING },
  result: STRING,
  notNull: true,
  call: (args) => {
    const [layout] = args;
    if (args.length > 1) {
      // The values as Go prints them.
      const shown = args.map((arg) => `{{{{} 83}} ${arg.asString()}}`).join(" ");
      throw new FunctionError(`too many values, 1 needed: [${shown}]`);
    }
    const date = fromDate(startedAt());
    return Value.string(layout === undefined ? formatRfc3339(date) : format(layout.asString(), date));
  },
});

export function timeFunctions(host: Host): Readonly<Record<string, FunctionDefinition>> {
  const now = host.now ?? (() => new Date());
  let started = host.startedAt;
  const startedAt = (): Date => (started ??= now());
  return {
    formatdate: textFunction(["format", "time"], STRING, (format = "", time = "") => {
      const date = timestampOr(time, (why) => new ArgumentError(1, why));
      return Value.string(formatDate(format, date));
    }),
    legacy_isotime: legacy(startedAt, formatGoTime),
    legacy_strftime: legacy(startedAt, formatStrftime),
    rfc3339_parse: textFunction(["timestamp"], objectOf([...FIELDS, ["unix", NUMBER]]), (text = "") => {
      const date = lenientDate(text);
      if (date === undefined) throw new ArgumentError(0, `${quoted(text)} is not a valid RFC3339 timestamp`);
      return fieldsOf(date, [["unix", Value.number(date.unix)]]);
    }),
    timeadd: textFunction(
      ["timestamp", "duration"],
      STRING,
      (timestamp = "", duration = "") => Value.string(timeadd(timestamp, duration)),
      false,
    ),
    timestamp: {
      parameters: [],
      result: STRING,
      notNull: true,
      call: () => Value.string(formatRfc3339(fromDate(now()))),
    },
    unix_timestamp_parse: {
      parameters: [{ name: "unix_timestamp", type: NUMBER }],
      result: objectOf([...FIELDS, ["rfc3339", STRING]]),
      notNull: true,
      call: (args) => {
        const date = fromUnix(unixSeconds(argument(args, 0)));
        return fieldsOf(date, [["rfc3339", Value.string(formatRfc3339(date))]]);
      },
    },
  };
}
