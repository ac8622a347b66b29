/**
 * What is left of a tree when layout is taken away: no positions, comments, parentheses or quotes, a heredoc is the
 * text it holds, numbers are in one spelling. It reads the trees of this package and those of the Go reference.
 */
export function outline(node: unknown): unknown {
  if (Array.isArray(node)) return node.map((each) => outline(each));
  if (typeof node !== "object" || node === null) return node;
  const fields = new Map<string, unknown>(Object.entries(node));
  switch (fields.get("kind")) {
    case "parentheses":
      return outline(fields.get("expression"));
    case "number":
      return { kind: "number", text: canonical(String(fields.get("text"))) };
    case "heredoc":
    case "template":
      return outlineTemplate(fields.get("parts"));
    case "object-key":
      return { kind: "string", value: fields.get("name") };
    default:
      return Object.fromEntries(
        [...fields]
          .filter(([key, value]) => !LAYOUT.has(key) && value !== undefined && value !== false)
          .map(([key, value]) => [key, outline(value)]),
      );
  }
}

const LAYOUT = new Set([
  "range",
  "constant",
  "start",
  "end",
  "leading",
  "trailing",
  "dangling",
  "quoted",
  "strip",
  "colon",
]);

function outlineTemplate(parts: unknown): unknown {
  const list = outline(parts) as readonly { readonly kind: string; readonly value?: unknown }[];
  const [only] = list;
  if (list.length === 0) return { kind: "string", value: "" };
  if (list.length === 1 && only?.kind === "text") return { kind: "string", value: only.value };
  return { kind: "template", parts: list };
}

/** Digits without zeros at their ends, and the power of ten of the first. */
function canonical(text: string): string {
  const [mantissa = "", exponent = "0"] = text.toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = (whole + fraction).replace(/^0+/, "");
  const point = whole.length + Number(exponent) - (whole.length + fraction.length - digits.length);
  const significant = digits.replace(/0+$/, "");
  return significant === "" ? "0" : `0.${significant}e${String(point)}`;
}
