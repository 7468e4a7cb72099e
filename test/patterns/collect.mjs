import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** All source files of the plugin, sorted. */
export function sourceFiles(root) {
  return readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `src/${file.split(path.sep).join('/')}`)
    .sort();
}

/**
 * Every regular expression literal of the sources as `{ source, flags, places }`, and every place that builds one at run
 * time (`new RegExp(…)`) as `file:line`.
 */
export function patternsOf(root) {
  const literals = new Map();
  const built = [];
  for (const file of sourceFiles(root)) {
    const tree = ts.createSourceFile(
      file,
      readFileSync(path.join(root, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
      file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    );
    const placeOf = (node) => `${file}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
    const visit = (node) => {
      if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
        const [, source, flags] = /^\/(.*)\/([a-z]*)$/s.exec(node.text);
        const key = `${source}/${flags}`;
        const entry = literals.get(key) ?? { source, flags, places: [] };
        entry.places.push(placeOf(node));
        literals.set(key, entry);
      }
      if (ts.isNewExpression(node) && node.expression.getText(tree) === 'RegExp') built.push(placeOf(node));
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return { literals: [...literals.values()], built };
}
