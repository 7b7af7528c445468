import * as echarts from 'echarts';
import Papa from 'papaparse';
import { box, frame, loadCounties, mark, takeFiles } from './page.js';

/* A geo component as in ECharts' own examples, full build; points by a scatter series in large mode. */
echarts.registerMap('counties', await loadCounties());
const chart = echarts.init(box);
const finished = () =>
  new Promise((resolve) => {
    const done = () => {
      chart.off('finished', done);
      resolve();
    };
    chart.on('finished', done);
  });

const first = finished();
chart.setOption({
  animation: false,
  geo: { map: 'counties', roam: true, itemStyle: { areaColor: '#f3f0e8', borderColor: '#8d9aa5' }, emphasis: { label: { show: false } } }
});
await first;
mark('drawn');

takeFiles(async (file) => {
  const { data } = await new Promise((resolve, reject) =>
    Papa.parse(file, { header: true, dynamicTyping: true, skipEmptyLines: true, complete: resolve, error: reject })
  );
  const drawn = finished();
  chart.setOption({
    series: [{ type: 'scatter', coordinateSystem: 'geo', large: true, symbolSize: 3, data: data.map(({ lon, lat, output }) => [lon, lat, output]) }]
  });
  await drawn;
});

/** Recolour all counties, as another layout would. */
window.restyle = async (lit) => {
  const drawn = finished();
  chart.setOption({ geo: { itemStyle: { areaColor: lit ? '#2b7a78' : '#f3f0e8' } } });
  await drawn;
  await frame();
};
