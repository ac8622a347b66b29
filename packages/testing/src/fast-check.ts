// Templates by chance
export { anyTemplate, type TemplateConstraints } from "./arbitrary/template.js";
