import { dateAt, formatRfc3339 } from "./date.js";

const TIMESTAMP =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,](\d+))?(Z|[+-]\d\d:\d\d)| (\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,](\d+))?)?$/;

/** A time that YAML spells without quotes, as RFC 3339; `undefined` when the text is none. */
export function yamlTimestamp(text: string): string | undefined {
  const match = TIMESTAMP.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, , zone] = match;
  const [localHour, localMinute, localSecond] = match.slice(9, 12);
  const date = dateAt({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? localHour ?? 0),
    minute: Number(minute ?? localMinute ?? 0),
    second: Number(second ?? localSecond ?? 0),
    offset: zoneOffset(zone),
  });
  return date === undefined ? undefined : formatRfc3339(date);
}

function zoneOffset(zone: string | undefined): number {
  if (zone === undefined || zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return zone.startsWith("-") ? -minutes : minutes;
}
