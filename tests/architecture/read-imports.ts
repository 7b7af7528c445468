import ts from 'typescript';

/** One import or re-export of a source file. `value` is false where only types are taken. */
export type Import = Readonly<{ specifier: string; value: boolean; line: number }>;
export type Source = Readonly<{ file: string; text: string }>;
export type ParsedSource = Source & Readonly<{ imports: readonly Import[]; fetches: readonly number[] }>;

/** Script blocks of a Svelte component, all else blanked so that lines keep their numbers. */
function scriptsOf(component: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  let script = '';
  let end = 0;
  for (const match of component.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)) {
    const from = match.index + match[0].indexOf('>') + 1;
    const body = match[1] ?? '';
    script += blank(component.slice(end, from)) + body;
    end = from + body.length;
  }
  return script + blank(component.slice(end));
}

const takesTypesOnly = (clause: ts.ImportClause): boolean => {
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  return (
    !name &&
    !!namedBindings &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
};

/** Find a file's imports (static, dynamic, `import('x').Type`, re-exports) and the lines on which it calls fetch. */
export function readImports({ file, text }: Source): ParsedSource {
  const source = ts.createSourceFile(file, file.endsWith('.svelte') ? scriptsOf(text) : text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const imports: Import[] = [];
  const fetches: number[] = [];
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  const add = (node: ts.Node, specifier: ts.Node | undefined, value: boolean) => {
    if (specifier && ts.isStringLiteralLike(specifier)) imports.push({ specifier: specifier.text, value, line: lineOf(node) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, !node.importClause || !takesTypesOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, !node.isTypeOnly);
    else if (ts.isImportTypeNode(node)) add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, false);
    else if (ts.isCallExpression(node)) {
      const called = node.expression;
      if (called.kind === ts.SyntaxKind.ImportKeyword) add(node, node.arguments[0], true);
      const name = ts.isIdentifier(called) ? called.text : ts.isPropertyAccessExpression(called) ? called.name.text : '';
      if (name === 'fetch') fetches.push(lineOf(node));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { file, text, imports, fetches };
}
