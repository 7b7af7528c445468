/** The chart's code comes with pages that have a series to draw; few have. */
export const load = async ({ data }) => ({
  page: data,
  Chart: data.series.length > 0 ? (await import('#lib/facts/SeriesChart.svelte')).default : undefined
});
