import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "../..");
const skipped = new Set([
  "node_modules",
  "dist",
  ".git",
  ".hellojohn",
  "storybook-static",
  "coverage",
  "screenshots",
  ".data",
]);

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [relative(root, path).split(sep).join("/")];
  });
}

/** Every file of the repository that a person wrote, by its path from the root. */
export const files = walk(root);

export const textOf = (file: string): string => readFileSync(join(root, file), "utf8");

export interface Import {
  from: string;
  /** What is written between the quotes. */
  name: string;
  /** The file meant, when the name is relative. */
  to: string | undefined;
  typeOnly: boolean;
  /** Loaded when it is asked for, so that it may ask back. */
  later: boolean;
}

const isTypeOnly = (statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean => {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const clause = statement.importClause;
  if (!clause || clause.name) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    !!named &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((it) => it.isTypeOnly)
  );
};

function resolve(from: string, name: string): string | undefined {
  if (!name.startsWith(".")) return undefined;
  const path = posix.join(dirname(from), name);
  const bare = path.replace(/\.js$/, "");
  return [path, `${bare}.ts`, `${bare}.tsx`].find((it) => known.has(it)) ?? path;
}

const known = new Set(files);

/** The imports and re-exports of a TypeScript file, dynamic ones too. */
export function importsOf(from: string): Import[] {
  const source = ts.createSourceFile(from, textOf(from), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (name: string, typeOnly: boolean, later = false) =>
    found.push({ from, name, to: resolve(from, name), typeOnly, later });
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
      add(node.moduleSpecifier.getText().slice(1, -1), isTypeOnly(node));
    const isDynamic =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    const [argument] = isDynamic ? node.arguments : [];
    if (argument && ts.isStringLiteralLike(argument)) add(argument.text, false, true);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
