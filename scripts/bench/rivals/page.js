/* What the rivals' pages share: size, file field and the marks that the benchmark reads. */

const query = new URLSearchParams(location.search);
/** the site's map on the same screen, CSS px: all maps have its size */
export const width = Number(query.get('width') ?? 1020);
export const height = Number(query.get('height') ?? 836);

const box = document.getElementById('map');
box.style.width = `${width}px`;
box.style.height = `${height}px`;
export { box };

/** A moment of the benchmark, on the page's own clock; the last of a name counts. */
export const mark = (name) => performance.mark(`bench:${name}`);

/** The counties' outlines, the same for every page. */
export const loadCounties = async () => (await fetch('counties.geojson')).json();

/** Give a file of points to the page as a person would. @param add draws them; resolves when they are drawn */
export function takeFiles(add) {
  const field = document.createElement('input');
  field.type = 'file';
  document.body.append(field);
  field.addEventListener('change', async () => {
    mark('chosen');
    await add(field.files[0]);
    mark('points');
  });
}

/** The next frame. */
export const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
