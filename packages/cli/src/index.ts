export { defineConfig, type Config } from "./config.js";
export { main } from "./main.js";
export { EXIT, type Output, type Surroundings } from "./output.js";
export type { TemplateContext } from "./load/load-templates.js";
