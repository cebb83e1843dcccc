// A bundler repeats an import from outside for every file that has it. Built files take what several of them need from one.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

const outside = ["react", "react/jsx-runtime", "@tanstack/react-query"];

const importOf = (name) => new RegExp(`^import \\{([^}]*)\\} from "${name}";$`, "gm");
const namesIn = (list) =>
  list
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);

/** What more than one file imports from outside is handed on by a file of its own; what one alone needs, it imports itself. */
function gather(folder, files, from) {
  const users = new Map();
  for (const text of files.values())
    for (const [, list] of text.matchAll(importOf(from)))
      for (const name of namesIn(list)) users.set(name, (users.get(name) ?? 0) + 1);
  const shared = [...users.keys()].filter((name) => users.get(name) > 1).toSorted();
  if (shared.length === 0) return;

  const target = join(folder, "outside", `${from.replace("@", "").replaceAll("/", "-")}.js`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `export { ${shared.join(", ")} } from "${from}";\n`);
  for (const [file, text] of files) {
    const path = relative(dirname(file), target).split(sep).join("/");
    const near = path.startsWith(".") ? path : `./${path}`;
    const instead = (all, list) => {
      const names = namesIn(list);
      const line = (some, where) =>
        some.length > 0 ? `import { ${some.join(", ")} } from "${where}";` : "";
      // As many lines as before, for the source map.
      return (
        line(
          names.filter((name) => shared.includes(name)),
          near,
        ) +
        line(
          names.filter((name) => !shared.includes(name)),
          from,
        ) +
        "\n".repeat(all.split("\n").length - 1)
      );
    };
    files.set(file, text.replace(importOf(from), instead));
  }
}

/** Rewrites the built files of a folder. */
export function gatherImports(folder) {
  const files = new Map(
    readdirSync(folder, { recursive: true })
      .filter((file) => file.endsWith(".js"))
      .map((file) => [join(folder, file), readFileSync(join(folder, file), "utf8")]),
  );
  for (const from of outside) gather(folder, files, from);
  for (const [file, text] of files) writeFileSync(file, text);
}
