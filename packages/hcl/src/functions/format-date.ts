import { quoted } from "../evaluate/value/text-order.js";
import { digits, MONTHS, WEEKDAYS, type ZonedDate, zoneText } from "./date.js";
import { ArgumentError } from "./definition.js";

/** Literal text in quotes, a run of one letter, or what stands between. */
const TOKEN = /'(?:[^']|'')*'?|([A-Za-z])\1*|[^'A-Za-z]+/g;

/** A time in a format of letters: `DD MMM YYYY hh:mm ZZZ`; text between quotes stands for itself. */
export function formatDate(format: string, date: ZonedDate): string {
  return format.replace(TOKEN, (token: string, letter: string | undefined) => {
    if (token.startsWith("'")) return literal(token);
    return letter === undefined ? token : formatLetters(letter, token, date);
  });
}

function literal(token: string): string {
  if (token.length === 1 || !token.endsWith("'")) throw new ArgumentError(0, "unterminated literal '");
  return token === "''" ? "'" : token.slice(1, -1).replaceAll("''", "'");
}

type Formats = Readonly<Record<number, (date: ZonedDate) => string>>;

const twelve = ({ hour }: ZonedDate): number => (hour % 12 === 0 ? 12 : hour % 12);
const plainAndPadded = (field: (date: ZonedDate) => number): Formats => ({
  1: (date) => String(field(date)),
  2: (date) => digits(field(date), 2),
});

/** What each letter means, by how often it stands; and what is said when it stands otherwise. */
const LETTERS: Readonly<Record<string, readonly [formats: Formats, otherwise: string]>> = {
  Y: [
    { 2: ({ year }) => digits(year % 100, 2), 4: ({ year }) => digits(year, 4) },
    'year must either be "YY" or "YYYY"',
  ],
  M: [
    {
      ...plainAndPadded(({ month }) => month),
      3: ({ month }) => (MONTHS[month - 1] ?? "").slice(0, 3),
      4: ({ month }) => MONTHS[month - 1] ?? "",
    },
    'month must be "M", "MM", "MMM", or "MMMM"',
  ],
  D: [plainAndPadded(({ day }) => day), 'day of month must either be "D" or "DD"'],
  E: [
    {
      3: ({ weekday }) => (WEEKDAYS[weekday] ?? "").slice(0, 3),
      4: ({ weekday }) => WEEKDAYS[weekday] ?? "",
    },
    'day of week must either be "EEE" or "EEEE"',
  ],
  h: [plainAndPadded(({ hour }) => hour), '24-hour must either be "h" or "hh"'],
  H: [plainAndPadded(twelve), '12-hour must either be "H" or "HH"'],
  A: [{ 2: ({ hour }) => (hour < 12 ? "AM" : "PM") }, 'must be "AA"'],
  a: [{ 2: ({ hour }) => (hour < 12 ? "am" : "pm") }, 'must be "aa"'],
  m: [plainAndPadded(({ minute }) => minute), 'minute must either be "m" or "mm"'],
  s: [plainAndPadded(({ second }) => second), 'second must either be "s" or "ss"'],
  Z: [
    {
      1: ({ offset }) => zoneText(offset, ":", "Z"),
      3: ({ offset }) => zoneText(offset, "", "UTC"),
      4: ({ offset }) => zoneText(offset, ""),
      5: ({ offset }) => zoneText(offset, ":"),
    },
    "timezone must be Z, ZZZZ, or ZZZZZ",
  ],
};

function formatLetters(letter: string, token: string, date: ZonedDate): string {
  const known = LETTERS[letter];
  if (known === undefined) throw new ArgumentError(0, `invalid date format verb ${quoted(token)}`);
  const [formats, otherwise] = known;
  const format = formats[token.length];
  if (format === undefined)
    throw new ArgumentError(0, `invalid date format verb ${quoted(token)}: ${otherwise}`);
  return format(date);
}
