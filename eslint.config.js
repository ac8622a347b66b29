import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "**/dist/**",
      "**/.types/**",
      "**/node_modules/**",
      "fixtures/**",
      "examples/*/*.json",
      ".cache/**",
    ],
  },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: ["./tsconfig.check.json"], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/consistent-indexed-object-style": "off",
      // isolatedDeclarations wants the annotations that this rule takes away.
      "@typescript-eslint/no-inferrable-types": "off",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    // Templates are the one place where a default export is the convention.
    files: ["examples/**/*.ts", "*.config.ts", "fixtures/**/*.ts"],
    rules: { "no-restricted-exports": "off" },
  },
  { files: ["**/generated/**/*.ts"], rules: { "max-lines": "off" } },
);
