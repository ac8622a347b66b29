import { parse, print, type Body } from "@packwright/hcl";

/**
 * HCL without its comments and in one layout, so that texts that say the same are the same.
 *
 * @throws Error for text that is no HCL
 */
export function bareHcl(hcl: string): string {
  const { body, diagnostics } = parse(hcl);
  const [error] = diagnostics;
  if (error !== undefined) throw new Error(`the HCL cannot be read: ${error.summary}\n\n${error.frame}`);
  return print(withoutComments(body));
}

function withoutComments(body: Body): Body {
  return {
    kind: "body",
    items: body.items.map((item) =>
      item.kind === "attribute"
        ? { kind: "attribute", name: item.name, value: item.value }
        : {
            kind: "block",
            type: item.type,
            labels: item.labels.map(({ value }) => ({ kind: "label", value, quoted: true })),
            body: withoutComments(item.body),
          },
    ),
  };
}
