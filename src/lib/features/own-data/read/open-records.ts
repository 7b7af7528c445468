import { ImportRefused } from './refusal';
import type { Records } from './records';
import type { Sniffed } from './sniff';

/** Open a file of a format other than text. Each reader is loaded only when it is needed. @throws ImportRefused */
export async function openRecords(file: Blob, { format, entries }: Sniffed, sheet?: string, signal?: AbortSignal): Promise<Records> {
  switch (format) {
    case 'xlsx':
      return (await import('./xlsx')).openXlsx(file, entries, sheet, signal);
    case 'xls':
    case 'xlsb':
      return (await import('./binary-workbook')).openBinaryWorkbook(file, format, entries, sheet, signal);
    case 'ods':
      return (await import('./ods')).openOds(file, entries, sheet, signal);
    case 'xml':
      return (await import('./xml-workbook')).openXmlWorkbook(file, sheet);
    case 'html':
      return (await import('./html-tables')).openHtml(file, sheet);
    case 'geojson':
      return (await import('./geojson')).openGeojson(file);
    case 'kml':
      return (await import('./kml')).openKml(file, entries, signal);
    case 'shapefile':
      return (await import('./shapefile')).openShapefile(file, entries, sheet, signal);
    case 'parquet':
      return (await import('./parquet')).openParquet(file, signal);
    case 'survey':
      return (await import('./survey-text')).openSurvey(file);
    case 'csv':
      throw new ImportRefused('broken');
  }
}
