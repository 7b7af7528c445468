import type { RejectReason } from '../table/table';

/*
 * A project: a ZIP archive with the tables as CSV files, a README for whoever opens it without this site, and project.json, which says what the files
 * are and how they were shown. The tables hold what the page shows of a reader's file and nothing else of it: no column that was skipped, no
 * hidden sheet. Until it has been parsed (manifest.ts, TableReader) a project is anybody's file.
 */

export const FORMAT = 'industrial-cluster-explorer/own-data';
export const VERSION = 1;
export const MANIFEST = 'project.json';
export const README = 'README.txt';
/** Layers of a project. */
export const MOST_LAYERS = 1000;

/** Cells of a row before and behind those of the reader's columns: line; district, longitude, latitude, how it is placed, what else is to be said. */
export const BEFORE = 1;
export const BEHIND = 5;
/** Cells of a row that was left out: line, reason, the reason in words, text. */
export const LEFT_OUT_CELLS = 4;

/** Texts for those who open the archive by itself. */
export type ProjectWords = Readonly<{
  readme: string;
  line: string;
  district: string;
  lon: string;
  lat: string;
  placed: string;
  remark: string;
  reason: string;
  /** a reason in the words of the page */
  why: (reason: RejectReason) => string;
  text: string;
  leftOut: string;
}>;
