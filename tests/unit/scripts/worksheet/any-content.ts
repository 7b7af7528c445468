import fc from 'fast-check';
import { z } from 'zod';

/* Arbitrary content of a schema, as the schema has it once read: for properties of what must carry any of it. */

/** Words of all sorts: what spreadsheets trip over among them. */
const words = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '[]',
      '{}',
      '""',
      '\\',
      '\\"x"',
      '=1+1',
      '1/3',
      '2026-01-01',
      '330114',
      '００１',
      '是',
      'TRUE',
      'a\nb',
      'a\r\nb',
      ' x ',
      '一；二',
      'a, b',
      '二（一）',
      'other-plan：三',
      '：四',
      'x: y',
      '_x000D_',
      'null',
      '~',
      '\u3000全角',
      '\ufeffbom',
      "'quoted",
      '\ttab',
      '@document',
      '1e5'
    )
  }
);

const ID = fc.stringMatching(/^[a-z0-9]{1,4}(-[a-z0-9]{1,3})?$/);
const DAY = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

function text(schema: z.ZodType): fc.Arbitrary<unknown> {
  const format = 'format' in schema ? schema.format : null;
  if (format === 'date') return DAY;
  if (format === 'url') return fc.webUrl({ withQueryParameters: true });
  const [pattern] = ((schema.def as z.core.$ZodStringDef).checks ?? []).flatMap(({ _zod: { def } }) =>
    'pattern' in def && def.pattern instanceof RegExp ? [def.pattern] : []
  );
  if (pattern?.source.startsWith('^[a-z0-9]+(-')) return ID;
  if (pattern?.source.startsWith('^')) return fc.stringMatching(pattern);
  return pattern ? words.map((word) => `${word}词`) : words;
}

/** Content that the schema takes; what its checks refuse is left out. */
export function contentOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  return raw(schema)
    .map((content) => schema.safeParse(content))
    .filter(({ success }) => success)
    .map(({ data }) => data);
}

function raw(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional) return fc.option(contentOf(schema.unwrap() as z.ZodType), { nil: undefined });
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return fc.option(contentOf(schema.unwrap() as z.ZodType), { nil: undefined });
  if (schema instanceof z.ZodObject) return record(schema.shape as Record<string, z.ZodType>);
  if (schema instanceof z.ZodArray) {
    const item = contentOf(schema.element as z.ZodType);
    // records that others belong to are told apart by their ids
    return fc.uniqueArray(item, { minLength: 0, maxLength: 3, selector: idOf });
  }
  if (schema instanceof z.ZodTuple) return fc.tuple(...schema.def.items.map((item) => contentOf(item as z.ZodType)));
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodRecord) return fc.dictionary(ID, contentOf(schema.valueType as z.ZodType), { maxKeys: 3 });
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map((option) => contentOf(option as z.ZodType)));
  if (schema.def.type === 'boolean') return fc.boolean();
  if (schema.def.type === 'number')
    return fc
      .oneof(fc.integer({ min: -5, max: 2100 }), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }))
      .map((n) => (Object.is(n, -0) ? 0 : n));
  if (schema.def.type === 'string') return text(schema);
  throw new Error(`no content is known for a schema of type ${schema.def.type}`);
}

const record = (shape: Record<string, z.ZodType>) =>
  fc
    .record(Object.fromEntries(Object.entries(shape).map(([key, field]) => [key, contentOf(field)])))
    .map((content) => Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined)));

let running = 0;
function idOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'id' in item ? item.id : running++;
}
