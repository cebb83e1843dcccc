import { defineConfig } from "tsup";

// For every package, run in its folder. One output file per source file: every file keeps its own
// "use client" line, and an app's bundler drops what it does not import. tsc writes the d.ts.
export default defineConfig({
  entry: ["src/**/*.{ts,tsx,css}"],
  format: ["esm"],
  bundle: false,
  dts: false,
  target: "es2022",
  sourcemap: true,
  clean: true,
  silent: true,
  esbuildOptions(options) {
    options.jsx = "automatic";
  },
});
