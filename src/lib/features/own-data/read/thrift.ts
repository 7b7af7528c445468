/*
 * Thrift's compact protocol, in which Parquet writes its footer and the heads of its pages (thrift-compact-protocol.md of Apache Thrift).
 * Only walked through: what it says of counts is wanted before a decoder believes it.
 */

/** Whole numbers and structs by the number of their field; all else is passed over. Numbers beyond 2^53 are not exact. */
export type Struct = ReadonlyMap<number, number | Struct>;

const [STOP, TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, STRUCT] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12] as const;
/** Footers nest six deep. */
const DEEPEST = 32;

/** What is written ends where the bytes do. @throws RangeError where they end before, Error where they are none of the protocol */
export class ThriftWalker {
  offset = 0;
  /** structs so far */
  structs = 0;

  constructor(private readonly view: DataView) {}

  struct(depth = 0): Struct {
    if (depth > DEEPEST) throw new Error('thrift: too deep');
    this.structs += 1;
    const fields = new Map<number, number | Struct>();
    let field = 0;
    for (;;) {
      const byte = this.byte();
      const type = byte & 0x0f;
      if (type === STOP) return fields;
      field = byte >> 4 ? field + (byte >> 4) : this.zigzag();
      const value = this.value(type, depth);
      if (value !== undefined) fields.set(field, value);
    }
  }

  private value(type: number, depth: number): number | Struct | undefined {
    switch (type) {
      case TRUE:
        return 1;
      case FALSE:
        return 0;
      case BYTE:
        return this.byte();
      case I16:
      case I32:
      case I64:
        return this.zigzag();
      case DOUBLE:
        return this.skip(8);
      case BINARY:
        return this.skip(this.varint());
      case LIST:
        return this.list(depth);
      case STRUCT:
        return this.struct(depth + 1);
      default:
        throw new Error(`thrift: type ${type}`);
    }
  }

  private list(depth: number): undefined {
    if (depth > DEEPEST) throw new Error('thrift: too deep');
    const byte = this.byte();
    const [type, size] = [byte & 0x0f, byte >> 4 === 15 ? this.varint() : byte >> 4];
    // every entry takes a byte at least: longer lists are not there
    if (size > this.view.byteLength - this.offset) throw new RangeError('thrift: list');
    for (let i = 0; i < size; i++) this.value(type === TRUE || type === FALSE ? BYTE : type, depth + 1);
  }

  private byte(): number {
    return this.view.getUint8(this.offset++);
  }

  private skip(bytes: number): undefined {
    if (bytes > this.view.byteLength - this.offset) throw new RangeError('thrift: binary');
    this.offset += bytes;
  }

  private varint(): number {
    let [result, factor] = [0, 1];
    for (let i = 0; i < 10; i++) {
      const byte = this.byte();
      result += (byte & 0x7f) * factor;
      if (byte < 0x80) return result;
      factor *= 128;
    }
    throw new Error('thrift: number');
  }

  private zigzag(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
}

/** A number of a struct. @throws Error where it has none */
export function numberOf(struct: Struct | undefined, field: number): number {
  const value = struct?.get(field);
  if (typeof value !== 'number') throw new Error(`thrift: field ${field}`);
  return value;
}

/** A struct of a struct, if it has one. */
export function structOf(struct: Struct, field: number): Struct | undefined {
  const value = struct.get(field);
  return typeof value === 'object' ? value : undefined;
}
