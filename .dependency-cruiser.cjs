/** The direction of imports between packages and inside them; type imports count too. */
const above = (name, allowed) => ({
  name: `${name}-knows-${allowed.length === 0 ? "nobody" : allowed.join("-and-")}`,
  comment: `packages/${name} may import ${allowed.length === 0 ? "no other package" : allowed.join(" and ")} only`,
  severity: "error",
  from: { path: `^packages/${name}/` },
  to: { path: "^packages/", pathNot: `^packages/(?:${[name, ...allowed].join("|")})/` },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    above("hcl", []),
    above("core", ["hcl"]),
    above("googlecompute", ["core"]),
    above("provisioners", ["core"]),
    above("post-processors", ["core"]),
    above("runner", ["core", "hcl"]),
    above("testing", ["core", "hcl"]),
    above("cli", ["core", "hcl", "runner", "testing"]),
    {
      name: "no-circular",
      comment: "a cycle of imports hides which file is the simpler one",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-index-inside",
      comment: "inside a package no file imports its index; between packages only the name is used",
      severity: "error",
      from: { path: "^packages/([^/]+)/src/" },
      to: { path: "^packages/$1/src/(?:evaluate/)?index\\.ts$" },
    },
    {
      name: "no-deep-import",
      comment: "a package is known by its entries alone",
      severity: "error",
      from: { path: "^packages/([^/]+)/" },
      to: {
        path: "^packages/[^/]+/src/",
        pathNot: "^packages/($1/|[^/]+/src/(?:index|nodes|prettier/index|evaluate/index|load/load)\\.ts$)",
      },
    },
    {
      name: "hcl-nodes-know-nothing",
      comment: "nodes are data; whatever works on them stands above them",
      severity: "error",
      from: { path: "^packages/hcl/src/nodes\\.ts$" },
      to: { path: "." },
    },
    {
      name: "hcl-reads-without-evaluating",
      comment: "who only reads or writes HCL loads nothing of evaluation, nor the libraries that it needs",
      severity: "error",
      from: { path: "^packages/hcl/src/", pathNot: "^packages/hcl/src/(?:evaluate|functions)/" },
      to: { path: "^packages/hcl/src/(?:evaluate|functions)/" },
    },
    {
      name: "core-writes-without-reading",
      comment: "who only writes templates loads nothing that reads them",
      severity: "error",
      from: { path: "^packages/core/src/", pathNot: "^packages/core/src/load/|[.]test" },
      to: { path: "^packages/core/src/load/" },
    },
    {
      name: "not-to-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "node_modules|/dist/|/[.]types/|[.]test" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.check.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["@packwright/source", "import", "types", "default"],
      extensions: [".ts", ".js", ".mjs"],
    },
  },
};
