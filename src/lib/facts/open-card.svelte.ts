import { mount, unmount } from 'svelte';
import type { Card, Opening } from './card-content';
import MarkCard from './MarkCard.svelte';

type Open = { link: HTMLElement; by: Opening; keep: (by: Opening) => void; close: () => void };
/** the card that is open: there is one at a time */
let open: Open | undefined;
/** the mark that has just been given the focus back: it is not what asks for a card */
let back: HTMLElement | undefined;

const isAsked = (by: Opening) => by === 'tap' || by === 'key';

/**
 * Show a mark's card beside it, in place of any other. Asked for once more, one that was asked for closes; one that was only shown stays.
 * @param gone the mark is, and its card with it
 */
export function openCard(link: HTMLElement, by: Opening, { label, content, contexts }: Card, gone: AbortSignal): void {
  const given = back;
  back = undefined;
  if (by === ':focus-visible' && (given === link || open?.link === link)) return;
  if (open?.link === link) {
    if (isAsked(open.by)) return isAsked(by) ? open.close() : undefined;
    open.by = by;
    return open.keep(by);
  }
  open?.close();
  const close = (): void => {
    if (open?.close !== close) return;
    open = undefined;
    link.removeAttribute('aria-expanded');
    void unmount(card);
  };
  const onback = (): void => {
    back = link;
    link.focus();
  };
  link.setAttribute('aria-expanded', 'true');
  // right behind the mark, so that the keyboard comes to it next
  const card = mount(MarkCard, { target: link.parentElement ?? document.body, props: { link, by, label, content, onclose: close, onback }, context: contexts });
  open = { link, by, keep: card.keep, close };
  gone.addEventListener('abort', close, { once: true });
}
