// Run compile_imported.py in the Pyodide of the site: node compile.mjs PYODIDE PACKAGES LIBRARY NOTEBOOK...

import { readFileSync } from "node:fs";
import { dirname } from "node:path";

const [pyodide, packages, library, ...notebooks] = process.argv.slice(2);
const { loadPyodide } = await import(`${pyodide}/pyodide.mjs`);
const python = await loadPyodide({ indexURL: pyodide });
python.mountNodeFS("/packages", packages);
python.mountNodeFS("/library", library);
python.mountNodeFS("/notebooks", dirname(notebooks[0]));
python.runPython(readFileSync(new URL("compile_imported.py", import.meta.url), "utf-8"));
