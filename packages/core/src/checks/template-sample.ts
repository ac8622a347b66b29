/** What Packer's own functions put into a text, for trying the text against a pattern. */
export interface TemplateSample {
  /** The text as it may look when Packer has filled it in. */
  readonly text: string;
  /** What to write instead of a part that seldom fits anywhere. */
  readonly advice?: string;
}

/** A call of a function whose results all look alike, with at most one quoted argument; or a quoted text alone. */
const ACTION =
  /\{\{\s*(?<name>timestamp|uuid|isotime|upper|lower)?\s*(?:"(?<quoted>[^"\\]*)"|`(?<raw>[^`]*)`)?\s*\}\}/g;

const SAMPLES: Readonly<Record<string, (argument: string | undefined) => string | undefined>> = {
  timestamp: () => "1767225600",
  uuid: () => "67e55044-10b1-426f-9247-bb680e5fe0c8",
  // Go's formats are written as one certain time looks in them, so a format is its own best sample.
  isotime: (format) => format?.replace("Z07:00", "Z") ?? "2026-01-01T00:00:00Z",
  upper: (text) => text?.toUpperCase(),
  lower: (text) => text?.toLowerCase(),
};

/**
 * A sample of what Packer makes of a text with `{{ }}` in it; `undefined` when that cannot be known beforehand.
 *
 * @example templateSample("web-{{timestamp}}")?.text   // "web-1767225600"
 */
export function templateSample(text: string): TemplateSample | undefined {
  let sample = "";
  let end = 0;
  let advice: string | undefined;
  for (const found of text.matchAll(ACTION)) {
    const { name, quoted, raw } = found.groups ?? {};
    const argument = quoted ?? raw;
    const between = text.slice(end, found.index);
    const filled = name === undefined ? argument : SAMPLES[name]?.(argument);
    if (filled === undefined || between.includes("{{")) return undefined;
    if (name === "isotime" && argument === undefined)
      advice = "Give isotime a format: {{isotime `20060102`}}.";
    sample += between + filled;
    end = found.index + found[0].length;
  }
  const rest = text.slice(end);
  if (rest.includes("{{")) return undefined;
  return { text: sample + rest, ...(advice === undefined ? {} : { advice }) };
}
