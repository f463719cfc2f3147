import { defineConfig } from "vitest/config";

/** Where a `casus serve` answers while pages are developed: `CASUS=http://127.0.0.1:8321 npx vite`. */
const service = process.env.CASUS ?? "http://127.0.0.1:8321";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "../src/casus/faces/service/built",
    emptyOutDir: true,
    // The guard of the service forbids inline scripts, and every browser that can show the pages preloads by itself.
    modulePreload: { polyfill: false },
    target: "es2023",
    // What the built files contain of others, with their licences, ships beside them.
    license: { fileName: "licenses.md" },
    // World's shapes are one large file by their nature.
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: {
      "^/api/": service,
      "^/(index|timeline|map|network|follows)\\.(json|csv)": service,
      "^/(read|actor|agreement|regime|network|map)/[^?]*\\.(json|csv)": service,
    },
  },
  test: { include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"], environment: "node" },
});
