import { clauseText } from '#lib/facts/clause-text';
import { statusText } from '#lib/facts/status-text';
import { formatDay, local } from '#lib/design/page/local';
import * as m from '#lib/paraglide/messages';
import type { Pitch } from '../build';
import { pageInWords, pageNumber } from '../sheet/published-section';
import type { Numbers } from '../sheet/source-numbers';
import { documentDates } from '../text';
import type { Block, Para } from './flow';

/** Documents with the clauses that the deck rests on by their numbers; those told as history have none, and stand last; then pages of other sources. */
export function sourceBlocks(pitch: Pitch, numbers: Numbers): Block[] {
  const { sources, footnotes, day, published } = pitch;
  const cited = new Set(footnotes.map(({ document }) => document));
  const ranked = [...sources].sort((a, b) => Number(cited.has(b.document.id)) - Number(cited.has(a.document.id)));
  const documents = ranked.map(({ document, status, clauses }) => {
    const history = !cited.has(document.id);
    const about = [local(document.issuer), documentDates(document)].filter(Boolean).join(m.citation_separator());
    const standing = m.pitch_status_on({ status: statusText(status), day: formatDay(day) }) + (history ? m.citation_separator() + m.pitch_historic() : '');
    const plain = status === 'in-force' || (status === 'reference' && !history);
    const noted = clauses.flatMap((clause): Para[] => {
      const number = numbers([{ document: document.id, clause }]);
      const title = document.clauses.find(({ id }) => id === clause)?.title;
      const text = `  ${clauseText(clause)}${title ? m.pitch_in_brackets({ text: local(title) }) : ''}`;
      return number ? [{ runs: [{ text: number, bold: true, tone: 'brand' }, { text }], size: 10, after: 1 }] : [];
    });
    const head: Para = { runs: [{ text: `${about}\n` }, { text: standing, tone: plain ? 'plain' : 'past' }], size: 10, after: 2 };
    return { heading: m.pitch_document_title({ title: local(document.title) }), paras: [head, ...noted] };
  });
  const pages = published.pages.map((page): Para => ({
    runs: [{ text: String(pageNumber(pitch, page)), bold: true, tone: 'brand' }, { text: `  ${pageInWords(page)}\n` }, { text: page.url, tone: 'soft' }],
    size: 10,
    after: 1
  }));
  return pages.length > 0 ? [...documents, { heading: m.pitch_published_pages(), paras: pages }] : documents;
}
