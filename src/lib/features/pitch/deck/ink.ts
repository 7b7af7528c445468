import { getLocale } from '#lib/paraglide/runtime';
import type { Hue } from '#lib/schema/terms';
import { lightToken } from '#lib/design/tokens/light-tokens';

/* The light theme in the form that office files want, hex without “#”: a deck is paper. */
const ink = (name: string): string => lightToken(`--${name}`).slice(1).toUpperCase();

export const INK = {
  paper: ink('paper'),
  paper2: ink('paper-2'),
  paper3: ink('paper-3'),
  ink: ink('ink'),
  ink2: ink('ink-2'),
  ink3: ink('ink-3'),
  line: ink('line'),
  brand: ink('brand'),
  brandSoft: ink('brand-soft'),
  warn: ink('warn'),
  warnSoft: ink('warn-soft'),
  danger: ink('danger'),
  dangerSoft: ink('danger-soft'),
  ok: ink('ok'),
  okSoft: ink('ok-soft')
} as const;

/** What a zone is marked in. */
export const hueInk = (hue: Hue): string => ink(`hue-${hue}`);

/** Between two colours (hex without “#”); `share` of the second, 0–1. */
export function mix(first: string, second: string, share: number): string {
  const part = (hex: string, at: number) => parseInt(hex.slice(at, at + 2), 16);
  return [0, 2, 4]
    .map((at) =>
      Math.round(part(first, at) * (1 - share) + part(second, at) * share)
        .toString(16)
        .padStart(2, '0')
    )
    .join('')
    .toUpperCase();
}

/** What PowerPoint and WPS on a Chinese system have, for Chinese characters in every language. */
export const CHINESE_FONT = 'Microsoft YaHei';
/** For Latin letters and digits in the language of the pitch. */
export const latinFont = (): string => (getLocale() === 'zh' ? CHINESE_FONT : 'Arial');
