import type { z } from 'zod';

export type Schema = z.core.$ZodType;
/** What the definitions of all kinds of schemas may hold. */
type Definition = Readonly<{
  type: string;
  innerType?: Schema;
  in?: Schema;
  options?: readonly Schema[];
  shape?: Readonly<Record<string, Schema>>;
  element?: Schema;
  valueType?: Schema;
  items?: readonly Schema[];
  entries?: Readonly<Record<string, string>>;
  format?: string;
  checks?: readonly { _zod: { def: { error?: unknown; format?: string } } }[];
  error?: unknown;
}>;
export const definitionOf = (schema: Schema): Definition => schema._zod.def as unknown as Definition;

/** What a value may be held against: without what makes it optional, each form of a union by itself. */
export function formsOf(schema: Schema): Schema[] {
  const { innerType, in: source, options } = definitionOf(schema);
  if (innerType) return formsOf(innerType);
  if (source) return formsOf(source);
  return options ? options.flatMap(formsOf) : [schema];
}

/** The forms that the value at a path may have; none where the schema knows no such path. */
export function schemasAt(schema: Schema, path: readonly PropertyKey[]): Schema[] {
  return path.reduce<Schema[]>(
    (forms, key) =>
      forms.flatMap((form) => {
        const { shape, element, valueType, items } = definitionOf(form);
        const next = shape && Object.hasOwn(shape, key) ? shape[String(key)] : (element ?? valueType ?? items?.[Number(key)]);
        return next ? formsOf(next) : [];
      }),
    formsOf(schema)
  );
}

/** Names of the fields that an object at a path may have. */
export const fieldsAt = (schema: Schema, path: readonly PropertyKey[]): string[] => [
  ...new Set(schemasAt(schema, path).flatMap((form) => Object.keys(definitionOf(form).shape ?? {})))
];

/** Names of all fields anywhere in a schema. */
export function allFields(schema: Schema): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<Schema>();
  const visit = (one: Schema): void => {
    for (const form of formsOf(one)) {
      if (seen.has(form)) continue;
      seen.add(form);
      const { shape = {}, element, valueType, items = [] } = definitionOf(form);
      for (const [name, inner] of Object.entries(shape)) {
        names.add(name);
        visit(inner);
      }
      for (const inner of [element, valueType, ...items]) if (inner) visit(inner);
    }
  };
  visit(schema);
  return names;
}

/** The rule that a schema states of itself in words, if it does. */
export function ownRule(schema: Schema): string | undefined {
  const { checks = [], error } = definitionOf(schema);
  for (const say of [error, ...checks.map(({ _zod }) => _zod.def.error)]) {
    const said: unknown = typeof say === 'function' ? (say as (issue: unknown) => unknown)({ input: '' }) : undefined;
    if (typeof said === 'string') return said;
  }
  return undefined;
}
