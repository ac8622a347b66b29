import { expect } from "vitest";
import { matchers } from "./matchers/matchers.js";
import { serializer } from "./matchers/serializer.js";
import type { TemplateMatchers } from "./matchers/template-matchers.js";

export type { TemplateMatchers } from "./matchers/template-matchers.js";

declare module "vitest" {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the way to add to an interface of a library
  interface Matchers<T> extends TemplateMatchers<T> {}
}

expect.extend(matchers);
expect.addSnapshotSerializer(serializer);
