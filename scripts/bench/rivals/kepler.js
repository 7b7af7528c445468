import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';
import { applyMiddleware, combineReducers, legacy_createStore as createStore } from 'redux';
import { addDataToMap } from '@kepler.gl/actions';
import KeplerGl from '@kepler.gl/components';
import { processCsvData, processGeojson } from '@kepler.gl/processors';
import keplerGlReducer, { enhanceReduxMiddleware } from '@kepler.gl/reducers';
import { box, frame, height, loadCounties, mark, takeFiles, width } from './page.js';

/* kepler.gl as in its own get-started example, without a basemap: that would come from another host. */
const store = createStore(
  combineReducers({ keplerGl: keplerGlReducer.initialState({ mapStyle: { styleType: 'no_map' }, uiState: { currentModal: null } }) }),
  {},
  applyMiddleware(...enhanceReduxMiddleware([]))
);
let deck;
const app = createElement(KeplerGl, {
  id: 'map',
  width,
  height,
  mapboxApiAccessToken: 'none',
  onDeckInitialized: (made) => (deck = made)
});
createRoot(box).render(createElement(Provider, { store }, app));

/** Resolves when deck has drawn everything that the store's layers ask for. */
async function drawn(layers) {
  for (;;) {
    await frame();
    const shown = deck?.layerManager?.getLayers() ?? [];
    const state = store.getState().keplerGl.map?.visState;
    if (state?.layers.length >= layers && shown.length >= layers && shown.every(({ isLoaded }) => isLoaded) && !deck.needsRedraw()) return;
  }
}

const add = (id, data, options) =>
  store.dispatch(addDataToMap({ datasets: { info: { id, label: id }, data }, options: { keepExistingConfig: true, ...options } }));
const counties = await loadCounties();
add('counties', processGeojson(counties), { centerMap: true });
await drawn(1);
mark('drawn');

takeFiles(async (file) => {
  add('points', processCsvData(await file.text()), { centerMap: false });
  await drawn(2);
});
