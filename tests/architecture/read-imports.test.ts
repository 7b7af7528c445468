import { describe, expect, it } from 'vitest';
import { readImports } from './read-imports';
import { resolveImport } from './rules';

describe('reading imports', () => {
  it('tells values from types, in every form', () => {
    const text = [
      "import type { A } from 'a';",
      "import { type B } from 'b';",
      "import { type C, c } from 'c';",
      "import 'd';",
      "export type { E } from 'e';",
      "export { f } from 'f';",
      "const g = await import('g');",
      "type H = import('h').H;",
      "// import 'comment';",
      'const text = "import \'string\'";'
    ].join('\n');
    const { imports } = readImports({ file: 'src/lib/atlas/x.ts', text });
    expect(imports.map(({ specifier, value, line }) => `${specifier}${value ? '' : ' type'} ${line}`)).toEqual([
      'a type 1',
      'b type 2',
      'c 3',
      'd 4',
      'e type 5',
      'f 6',
      'g 7',
      'h type 8'
    ]);
  });

  it('reads both scripts of a component with their line numbers', () => {
    const text =
      '<script module lang="ts">\n  import a from "a";\n</script>\n\n<script lang="ts">\n  import b from "b";\n  fetch(b);\n</script>\n<p>import c from "c"</p>\n';
    const { imports, fetches } = readImports({ file: 'src/lib/design/X.svelte', text });
    expect(imports.map(({ specifier, line }) => [specifier, line])).toEqual([
      ['a', 2],
      ['b', 6]
    ]);
    expect(fetches).toEqual([7]);
  });

  it('resolves aliases, relative paths, extensions and queries', () => {
    const known = new Set(['src/lib/design/X.svelte', 'src/lib/atlas/state.ts', 'src/lib/design/tokens/tokens.css']);
    expect(resolveImport('src/routes/+page.svelte', '#lib/design/X.svelte', known)).toBe('src/lib/design/X.svelte');
    expect(resolveImport('src/lib/facts/a.ts', '../atlas/state', known)).toBe('src/lib/atlas/state.ts');
    expect(resolveImport('src/lib/facts/a.ts', '../design/tokens/tokens.css?url', known)).toBe('src/lib/design/tokens/tokens.css');
    expect(resolveImport('src/lib/facts/a.ts', 'zod', known)).toBeUndefined();
  });
});
