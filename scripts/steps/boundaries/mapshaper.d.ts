/** The part of mapshaper's API that the boundary steps use; the package ships no types. */
declare module 'mapshaper' {
  /** Runs one command line. `input` maps file names to contents; resolves with the named outputs. */
  export function applyCommands(commands: string, input: Readonly<Record<string, unknown>>): Promise<Record<string, Uint8Array | string>>;
  const mapshaper: { applyCommands: typeof applyCommands };
  export default mapshaper;
}
