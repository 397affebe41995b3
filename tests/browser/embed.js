//! The script of the elements as pages load it. `npm run embed --prefix tests/browser` writes it.

import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { minify } from "terser";

const FOLDER = new URL("../../functions/public-pages/assets/embed/", import.meta.url);
export const MINIFIED = new URL("v1.min.js", FOLDER);

/** The minified source. The style is a text, which a minifier of JavaScript leaves alone. */
export async function minified() {
  const source = readFileSync(new URL("v1.js", FOLDER), "utf8").replace(/replaceSync\(`[^`]+`\)/, (style) =>
    style.replace(/\s+/g, " ").replace(/ ?([{};,>+]) ?/g, "$1").replaceAll(": ", ":").replaceAll(";}", "}"));
  // Evaluated, some constants would weigh more in gzip.
  const { code } = await minify(source, { module: true, ecma: 2022, compress: { passes: 3, evaluate: false, pure_getters: true } });
  return code;
}

if (process.argv[1] === import.meta.filename) {
  const code = await minified();
  writeFileSync(MINIFIED, code);
  console.log(`${code.length} bytes, ${gzipSync(code, { level: 9 }).length} in gzip`);
}
