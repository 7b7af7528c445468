import type { Locale } from '../layers/names';

/** MapLibre's own texts, by its keys. @param title what the map is */
export function controlTexts(locale: Locale, title: string): Record<string, string> {
  const common = { 'Map.Title': title, 'ScaleControl.Meters': locale === 'zh' ? '米' : 'm', 'ScaleControl.Kilometers': locale === 'zh' ? '公里' : 'km' };
  return locale === 'en'
    ? { ...common, 'AttributionControl.ToggleAttribution': 'Where this map comes from' }
    : {
        ...common,
        'CooperativeGesturesHandler.WindowsHelpText': '按住 Ctrl 并滚动可缩放地图',
        'CooperativeGesturesHandler.MacHelpText': '按住 ⌘ 并滚动可缩放地图',
        'CooperativeGesturesHandler.MobileHelpText': '用两指移动地图',
        'AttributionControl.ToggleAttribution': '底图来源',
        'NavigationControl.ZoomIn': '放大',
        'NavigationControl.ZoomOut': '缩小',
        'NavigationControl.ResetBearing': '指北'
      };
}
