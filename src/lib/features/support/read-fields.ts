import type { Answers } from './question';
import { readTypedSum } from '#lib/facts/money-text';
import { readCount } from './read-answer';
import type { SupportInput } from '#lib/schema/support';

/** The answers of the address with what was typed since; a field that cannot be read counts as unanswered. */
export function readFields(inputs: readonly SupportInput[], answers: Answers, typed: Readonly<Record<string, string>>): Answers {
  const now = new Map(Object.entries(answers));
  for (const input of inputs) {
    const text = typed[input.id];
    if (text === undefined) continue;
    const answer = readField(input, text);
    if (answer === undefined) now.delete(input.id);
    else now.set(input.id, answer);
  }
  return Object.fromEntries(now);
}

function readField(input: SupportInput, text: string): string | number | undefined {
  if (input.kind === 'choice') return input.options.find(({ id }) => id === text)?.id;
  const read = input.kind === 'money' ? readTypedSum(text) : readCount(text);
  return 'value' in read ? read.value : undefined;
}
