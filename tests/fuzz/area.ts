/** What became of one case. */
export type Outcome = Readonly<{
  /** in a few words; the report counts these */
  outcome: string;
  /** what must not happen and did */
  complaints: readonly string[];
  /** enough to see the case again */
  input: string;
}>;

/** One kind of fuzzing: the seed decides all cases, the index one of them. */
export type Area = (seed: number) => (index: number) => Outcome | Promise<Outcome>;

/** What the process that runs the cases answers: the outcome, and the processor time it took, ms. */
export type Answer = Outcome & Readonly<{ cpu: number }>;
