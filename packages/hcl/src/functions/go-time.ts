import { dayOfYear, digits, MONTHS, WEEKDAYS, type ZonedDate, zoneText } from "./date.js";

/** The parts that a layout of Go's time package is made of, longer ones before those they start with. */
const PARTS: Readonly<Record<string, (date: ZonedDate) => string>> = {
  January: ({ month }) => MONTHS[month - 1] ?? "",
  Jan: ({ month }) => (MONTHS[month - 1] ?? "").slice(0, 3),
  Monday: ({ weekday }) => WEEKDAYS[weekday] ?? "",
  Mon: ({ weekday }) => (WEEKDAYS[weekday] ?? "").slice(0, 3),
  MST: ({ offset }) => (offset === 0 ? "UTC" : zoneText(offset, "")),
  "2006": ({ year }) => digits(year, 4),
  "-07:00:00": ({ offset }) => `${zoneText(offset, ":")}:00`,
  "-070000": ({ offset }) => `${zoneText(offset, "")}00`,
  "-07:00": ({ offset }) => zoneText(offset, ":"),
  "-0700": ({ offset }) => zoneText(offset, ""),
  "-07": ({ offset }) => zoneText(offset, "").slice(0, 3),
  "Z07:00:00": ({ offset }) => (offset === 0 ? "Z" : `${zoneText(offset, ":")}:00`),
  Z070000: ({ offset }) => (offset === 0 ? "Z" : `${zoneText(offset, "")}00`),
  "Z07:00": ({ offset }) => zoneText(offset, ":", "Z"),
  Z0700: ({ offset }) => zoneText(offset, "", "Z"),
  Z07: ({ offset }) => (offset === 0 ? "Z" : zoneText(offset, "").slice(0, 3)),
  "002": (date) => digits(dayOfYear(date), 3),
  __2: (date) => String(dayOfYear(date)).padStart(3, " "),
  "01": ({ month }) => digits(month, 2),
  "02": ({ day }) => digits(day, 2),
  "03": ({ hour }) => digits(hour % 12 === 0 ? 12 : hour % 12, 2),
  "04": ({ minute }) => digits(minute, 2),
  "05": ({ second }) => digits(second, 2),
  "06": ({ year }) => digits(((year % 100) + 100) % 100, 2),
  "15": ({ hour }) => digits(hour, 2),
  _2: ({ day }) => String(day).padStart(2, " "),
  "1": ({ month }) => String(month),
  "2": ({ day }) => String(day),
  "3": ({ hour }) => String(hour % 12 === 0 ? 12 : hour % 12),
  "4": ({ minute }) => String(minute),
  "5": ({ second }) => String(second),
  PM: ({ hour }) => (hour < 12 ? "AM" : "PM"),
  pm: ({ hour }) => (hour < 12 ? "am" : "pm"),
};

const NAMES = Object.keys(PARTS).sort((left, right) => right.length - left.length);
/** `Jan` is no part of a longer word, and `_2006` is a year behind a line. */
const LAYOUT = new RegExp(
  `_2006|[.,](?:0+|9+)(?!\\d)|Jan(?:uary|(?![a-z]))|Mon(?:day|(?![a-z]))|${NAMES.filter((name) => !/^(?:Jan|Mon)/.test(name)).join("|")}`,
  "g",
);

/** A time in a layout of Go's time package: `2006-01-02`. */
export function formatGoTime(layout: string, date: ZonedDate): string {
  return layout.replace(LAYOUT, (part) => {
    if (part === "_2006") return `_${digits(date.year, 4)}`;
    const known = PARTS[part];
    return known === undefined ? fraction(part, date.nanosecond) : known(date);
  });
}

/** A fraction of a second: `.000` with all its digits, `.999` without zeros at the end. */
function fraction(part: string, nanosecond: number): string {
  const cut = digits(nanosecond, 9).slice(0, part.length - 1);
  if (part.endsWith("0")) return part.charAt(0) + cut.padEnd(part.length - 1, "0");
  const shown = cut.replace(/0+$/, "");
  return shown === "" ? "" : part.charAt(0) + shown;
}

/** The parts that strftime's letters stand for. */
const STRFTIME: Readonly<Record<string, string>> = {
  B: "January",
  b: "Jan",
  m: "01",
  A: "Monday",
  a: "Mon",
  d: "02",
  H: "15",
  I: "03",
  M: "04",
  S: "05",
  Y: "2006",
  y: "06",
  p: "PM",
  Z: "MST",
  z: "-0700",
  L: ".000",
};

/** A time in a format of strftime: `%Y-%m-%d`; letters that mean nothing stay. */
export function formatStrftime(format: string, date: ZonedDate): string {
  return format.replace(/%([\s\S])/g, (verb: string, letter: string) => {
    if (letter === "%") return "%";
    const layout = STRFTIME[letter];
    return layout === undefined ? verb : formatGoTime(layout, date);
  });
}
