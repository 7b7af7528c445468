/*
 * Runs in every measured page before its own scripts: notes long tasks, the times of frames, and the moments that a page shows from outside.
 * Plain JavaScript, for it is handed to the browser as it is. Marks of performance.mark are named `bench:…`; the last of a name counts.
 */
(() => {
  const mark = (name) => performance.mark(`bench:${name}`);
  const tasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });

  const marks = () =>
    Object.fromEntries(
      performance
        .getEntriesByType('mark')
        .filter(({ name }) => name.startsWith('bench:'))
        .map(({ name, startTime }) => [name.slice('bench:'.length), startTime])
    );
  // waiting costs the page nothing: no one asks again and again
  let waiting = [];
  new PerformanceObserver(() => {
    const now = marks();
    waiting = waiting.filter(({ name, later, resolve }) => !(now[name] > later && (resolve(now[name]), true)));
  }).observe({ type: 'mark', buffered: true });

  // a frame counts if something was drawn in it: between two turns of a wheel a map may rest
  let frames = [];
  let began;
  let commands = 0;
  let seen = 0;
  const watch = (now) => {
    if (began !== undefined && commands > seen) frames.push(now - began);
    seen = commands;
    began = now;
    request = requestAnimationFrame(watch);
  };
  let request = 0;
  let asking = 0;

  window.bench = {
    marks,
    /** when a mark comes, or came, that is later than a moment of the page's clock */
    until: (name, later) => {
      const at = marks()[name];
      return at > later ? Promise.resolve(at) : new Promise((resolve) => waiting.push({ name, later, resolve }));
    },
    paint: () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    /** longest task that began after a moment, ms; 0 if none took 50 ms */
    longest: (since) => Math.max(0, ...tasks.filter(({ startTime }) => startTime >= since).map(({ duration }) => duration)),
    watchFrames: () => {
      frames = [];
      began = undefined;
      asking = performance.now();
      request = requestAnimationFrame(watch);
    },
    /** times of the frames since watchFrames in which something was drawn, ms; one under way counts once it is longer than any before */
    frames: () => {
      cancelAnimationFrame(request);
      const rest = performance.now() - (began ?? asking);
      return rest > Math.max(0, ...frames) ? [...frames, rest] : frames;
    }
  };

  // the site's map says when it rests; its form for a file is confirmed at once, as it stands
  let asked = false;
  let tabled = false;
  addEventListener(
    'change',
    ({ target }) => {
      if (target.type !== 'file' || !document.querySelector('html[data-ready]')) return;
      asked = tabled = false;
      drawn = 0;
      mark('chosen');
    },
    true
  );
  new MutationObserver((changes) => {
    for (const { target, attributeName } of changes) {
      if (attributeName === 'data-state' && target.dataset.state === 'idle') mark('drawn');
      if (attributeName === 'data-ready') mark('ready');
    }
    const form = asked ? null : document.querySelector('.guess');
    if (form) {
      asked = true;
      mark('guessed');
      const confirm = form.querySelector('button.primary');
      if (!confirm) throw new Error('The form for a file has no button that confirms it.');
      confirm.click();
    }
    if (asked && !tabled && document.querySelector('#own-table')) {
      tabled = true;
      mark('table');
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-state', 'data-ready'] });

  // facts can be read once the list of zones and the picture of the map are painted
  const facts = () => {
    const zones = document.querySelectorAll('[data-zone]');
    if (zones.length > 0 && document.querySelector('.map-stage svg path')) requestAnimationFrame(() => mark('facts'));
    else if (performance.now() < 10_000) requestAnimationFrame(facts);
  };
  requestAnimationFrame(facts);

  // the first draw call with very many instances after a file was chosen: its rows, or the hexagons made of them
  const MANY = 200;
  let drawn = 0;
  const wrap = (prototype, names, note) => {
    for (const name of names) {
      const draw = prototype[name];
      prototype[name] = function (...args) {
        const result = draw.apply(this, args);
        commands++;
        note?.(args);
        return result;
      };
    }
  };
  wrap(CanvasRenderingContext2D.prototype, ['fill', 'stroke', 'fillRect', 'drawImage']);
  wrap(WebGL2RenderingContext.prototype, ['drawArrays', 'drawElements']);
  wrap(WebGL2RenderingContext.prototype, ['drawArraysInstanced', 'drawElementsInstanced'], (args) => {
    const instances = args.at(-1);
    if (instances < MANY || instances <= drawn) return;
    drawn = instances;
    mark('instances');
  });
})();
