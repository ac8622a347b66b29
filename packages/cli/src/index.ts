export { main, type Surroundings } from "./main.js";
export { EXIT, type Output } from "./output.js";
export type { TemplateContext } from "./load/load-templates.js";
