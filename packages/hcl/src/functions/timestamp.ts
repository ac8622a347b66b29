import { dateAt, daysIn, type ZonedDate } from "./date.js";
import { quoted } from "../evaluate/value/text-order.js";

/** Why a text is no time of RFC 3339. */
export class TimestampError extends Error {}

const LEAD = "not a valid RFC3339 timestamp";

/** Reads a time of RFC 3339 strictly: `2018-01-02T23:12:01.5+02:00`. @throws TimestampError */
export function parseTimestamp(text: string): ZonedDate {
  return new TimestampReader(text).read();
}

class TimestampReader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  read(): ZonedDate {
    const year = this.number("year", 4);
    this.mark("-");
    const month = this.number("month", 2);
    if (month < 1 || month > 12) throw this.cannotUse(this.at, "month");
    this.mark("-");
    const day = this.number("day of month", 2);
    if (this.text.charAt(this.at) !== "T")
      throw new TimestampError(`${LEAD}: missing required time introducer 'T'`);
    this.at++;
    const hour = this.hour();
    this.mark(":");
    const minute = this.minute();
    this.mark(":");
    const second = this.number("second", 2);
    if (second > 59) throw this.cannotUse(this.at, "second");
    const nanosecond = this.fraction();
    const offset = this.zone();
    if (this.at < this.text.length) throw this.cannotUse(this.at, "timestamp segment");
    if (day < 1 || day > daysIn(year, month)) throw new TimestampError(`${LEAD}: day out of range`);
    const date = dateAt({ year, month, day, hour, minute, second, nanosecond, offset });
    if (date === undefined) throw new TimestampError(LEAD);
    return date;
  }

  private cannotUse(from: number, what: string): TimestampError {
    const rest = this.text.slice(from);
    if (rest === "") return new TimestampError(`${LEAD}: end of string before ${what}`);
    return new TimestampError(`${LEAD}: cannot use ${quoted(rest)} as ${what}`);
  }

  private number(what: string, width: number): number {
    const start = this.at;
    const piece = this.text.slice(start, start + width);
    if (!new RegExp(`^\\d{${width}}$`).test(piece)) throw this.cannotUse(start, what);
    this.at += width;
    return Number(piece);
  }

  private hour(): number {
    const rest = this.text.slice(this.at);
    const outOfRange = new TimestampError(`${LEAD}: hour must be between 0 and 23 inclusive`);
    const wrongLength = new TimestampError(`${LEAD}: hour must have exactly two digits`);
    const piece = /^\d\d?/.exec(rest)?.[0];
    if (piece === undefined) {
      if (rest === "") throw this.cannotUse(this.at, "hour");
      throw rest.includes(":") ? outOfRange : wrongLength;
    }
    if (piece.length !== 2) throw wrongLength;
    this.at += 2;
    if (Number(piece) > 23) throw outOfRange;
    return Number(piece);
  }

  private minute(): number {
    const rest = this.text.slice(this.at);
    const piece = /^\d\d/.exec(rest)?.[0];
    if (rest === "") throw this.cannotUse(this.at, "minute");
    if (piece === undefined || Number(piece) > 59) {
      throw new TimestampError(`${LEAD}: minute must have exactly two digits`);
    }
    this.at += 2;
    return Number(piece);
  }

  private mark(mark: string): void {
    const rest = this.text.slice(this.at);
    if (rest.startsWith(mark)) {
      this.at++;
      return;
    }
    if (rest === "") throw new TimestampError(`${LEAD}: end of string where ${quoted(mark)} is expected`);
    throw new TimestampError(`${LEAD}: found ${quoted(rest)} where ${quoted(mark)} is expected`);
  }

  private fraction(): number {
    if (/^,\d/.test(this.text.slice(this.at)))
      throw new TimestampError(`${LEAD}: cannot use "," as timestamp segment`);
    const match = /^\.(\d+)/.exec(this.text.slice(this.at));
    if (match?.[1] === undefined) return 0;
    this.at += match[0].length;
    return Number(match[1].slice(0, 9).padEnd(9, "0"));
  }

  private zone(): number {
    const rest = this.text.slice(this.at);
    if (rest.startsWith("Z")) {
      this.at++;
      return 0;
    }
    const match = /^([+-])(\d\d):(\d\d)/.exec(rest);
    if (match === null) throw this.cannotUse(this.at, "UTC offset");
    const [whole, sign, hours, minutes] = match;
    if (Number(hours) > 23) throw this.cannotUse(this.at, "UTC offset");
    if (Number(minutes) > 59) throw this.cannotUse(this.at, "UTC offset");
    this.at += whole.length;
    const offset = Number(hours) * 60 + Number(minutes);
    return sign === "-" ? -offset : offset;
  }
}
