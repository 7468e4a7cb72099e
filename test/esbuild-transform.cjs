// Jest transform: TypeScript and ESM-only packages to CommonJS, by the same esbuild that builds the plugin.
const { transformSync } = require('esbuild');
exports.process = (code, file) =>
  transformSync(code, {
    sourcefile: file,
    loader: /\.tsx?$/.test(file) ? file.split('.').pop() : 'js',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'import.meta.url': '__importMetaUrl' },
    banner: 'const __importMetaUrl = require("url").pathToFileURL(__filename).href;',
  });
