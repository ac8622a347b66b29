/** The text of a YAML document, with a remark above it. The library is loaded when the first document is written. */
export async function toYaml(value: object, remark: string): Promise<string> {
  const { Document } = await import("yaml");
  const document = new Document(value, { aliasDuplicateObjects: false });
  document.commentBefore = ` ${remark}`;
  return document.toString({ lineWidth: 0 });
}
