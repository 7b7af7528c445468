/** Sizes of letters on a sheet, tenths of a point: from the smallest that reads well on paper to the usual. */
const SMALLEST = 64;
const LARGEST = 100;

/**
 * Set a sheet in the largest letters with which it fits one page of A4, measured at paper width whatever the screen's.
 * What does not fit even in the smallest goes on to a second page.
 * @param _content changes when the sheet's content does
 */
export function fitSheet(node: HTMLElement, _content: unknown) {
  let waiting = 0;
  function fits(size: number): boolean {
    node.style.setProperty('--size', `${size / 10}pt`);
    return node.scrollHeight <= node.clientHeight + 1;
  }
  function fit(): void {
    waiting = 0;
    node.dataset.measuring = '';
    let [low, high] = [SMALLEST, LARGEST];
    if (!fits(high)) {
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (fits(middle)) low = middle;
        else high = middle;
      }
      fits(low);
    }
    delete node.dataset.measuring;
  }
  fit();
  return {
    update(_next: unknown): void {
      // several changes in one turn are measured once
      if (waiting === 0) waiting = requestAnimationFrame(fit);
    },
    destroy(): void {
      cancelAnimationFrame(waiting);
    }
  };
}
