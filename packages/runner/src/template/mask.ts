import type { PackerEvent } from "../stream/event.js";

const HIDDEN = "<sensitive>";

/**
 * Takes secrets out of texts. Packer hides sensitive values too, but not everywhere: 1.6 shows those of a var file.
 *
 * @param secrets a secret of several lines is also hidden line by line, as output is told of in lines
 */
export function maskOf(secrets: readonly string[]): (text: string) => string {
  const hidden = new Set(
    secrets.flatMap((secret) => [secret, ...secret.split("\n").map((line) => line.trim())]),
  );
  hidden.delete("");
  // The longer ones first, as one secret may begin with another.
  const ordered = [...hidden].sort((a, b) => b.length - a.length);
  return (text) => ordered.reduce((masked, secret) => masked.replaceAll(secret, HIDDEN), text);
}

/** An event whose texts are masked. */
export function maskEvent(event: PackerEvent, mask: (text: string) => string): PackerEvent {
  switch (event.type) {
    case "said":
      return { ...event, text: mask(event.text) };
    case "error":
      return { ...event, error: mask(event.error) };
    case "other":
      return { ...event, line: mask(event.line) };
    case "source-ended":
      return event.error === undefined ? event : { ...event, error: mask(event.error) };
    case "artifact": {
      const { id, description, files } = event.artifact;
      const artifact = {
        ...event.artifact,
        id: mask(id),
        description: mask(description),
        files: files.map(mask),
      };
      return { ...event, artifact };
    }
    case "source-started":
    case "step-started":
    case "step-ended":
      return event;
  }
}
