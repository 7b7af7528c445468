import type { Topology } from 'topojson-specification';
import type { Atlas } from '#lib/atlas/atlas';
import * as m from '#lib/paraglide/messages';
import { baseMap } from './base-map';
import { paragraph, space, stack } from './column';
import type { Piece } from './column';
import type { Frame } from './frame';
import { drawScaleBar, northArrow } from './north-and-scale';
import { FONT_FAMILY, textLine, textWidth } from './text';
import { escapeXml, tag } from './xml';
import type { DocumentStatus } from '#lib/schema/atlas';
import { lightToken } from '#lib/design/tokens/light-tokens';
import { languageTag } from '#lib/design/page/local';
import { legend } from './legend';
import { drawMap } from './map-part';
import type { PictureRequest } from './request';
import { buildScene } from './plan';
import type { Scene } from './plan';
import { approvalText, credits, documentLine, pictureEyebrow, pictureTitle, shortCredits, statusLine, statusWarning } from './captions';

export type { PictureRequest };

/** The picture that sizes in units are meant for: letters and lines grow with the square root of the area. */
const USUAL = { width: 1920, height: 1080 } as const;
/** From this shape on, words stand left of the map, else above and below it. */
const WIDE = 1.25;
/** Words are set larger where there are few, and smaller where there are many; shares of the usual. */
const LARGEST = 1.2;
const SMALLEST = 0.6;

type Rect = Readonly<{ x: number; y: number; width: number; height: number }>;
/** Where the map is, and everything else already drawn. */
type Sheet = Readonly<{ map: Rect; words: string; u: number }>;

/**
 * Draw a map as a self-contained SVG document in the reader's language, in the light scheme.
 * @param topology overview or focus boundaries (data/load-topology.ts); the focus file is sharper for a city
 */
export function mapPicture(atlas: Atlas, topology: Topology, request: PictureRequest): string {
  const { width, height } = request;
  const scene = buildScene(atlas, request);
  const u = Math.sqrt((width * height) / (USUAL.width * USUAL.height)) * (request.scale ?? 1);
  const sheet = request.furniture ? (width / height >= WIDE ? wideSheet(scene, u) : tallSheet(scene, u)) : bareSheet(scene, u);
  const { map } = sheet;
  const colours = { ink: lightToken('--ink'), paper: lightToken('--paper') };
  const insets = (frame: Frame) => {
    const note = m.picture_scale_at({ latitude: frame.centreLat.toFixed(1) });
    return request.furniture ? [northArrow(frame, u, m.picture_north(), colours), drawScaleBar(frame, u, m.picture_km(), note, colours)] : [];
  };
  const title = pictureTitle(scene);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    tag(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        'font-family': FONT_FAMILY,
        'xml:lang': languageTag(),
        role: 'img',
        'aria-labelledby': 'title'
      },
      tag('title', { id: 'title' }, escapeXml(title)),
      tag('desc', {}, escapeXml([documentLine(scene), statusLine(scene), approvalText(scene), ...credits(scene)].join(' '))),
      tag('rect', { width, height, fill: colours.paper }),
      // a nested svg cuts off what reaches past the map's edge
      tag(
        'svg',
        { id: 'map', ...map, viewBox: `0 0 ${map.width} ${map.height}` },
        drawMap(scene, baseMap(topology, scene.bounds, map.width, map.height, u), u, insets)
      ),
      request.furniture ? tag('rect', { ...map, fill: 'none', stroke: lightToken('--line-strong'), 'stroke-width': u }) : '',
      tag('g', { id: 'words' }, sheet.words)
    ),
    '\n'
  ].join('');
}

/** Set words in as large letters as their room allows, up to a share of the usual. */
function fitted(u: number, set: (u: number) => Piece, room: number, largest = 1): { piece: Piece; u: number } {
  for (let share = largest; share > SMALLEST; share -= 0.04) {
    const piece = set(u * share);
    if (piece.height <= room) return { piece, u: u * share };
  }
  return { piece: set(u * SMALLEST), u: u * SMALLEST };
}

function wideSheet(scene: Scene, u: number): Sheet {
  const { width, height } = scene.request;
  const edge = 36 * u;
  const column = Math.min(0.42 * width, Math.max(0.265 * width, 420 * u));
  const room = height - 2 * edge;
  const set = (size: number) =>
    stack([heading(scene, column, size), space(18 * size), legend(scene, column, size, 1), space(18 * size), foot(scene, column, size)]);
  const fit = fitted(u, set, room, LARGEST);
  const top = stack([heading(scene, column, fit.u), space(18 * fit.u), legend(scene, column, fit.u, 1)]);
  const bottom = foot(scene, column, fit.u);
  const left = column + 2 * edge;
  return {
    map: { x: left, y: 0, width: width - left, height },
    words: top.draw(edge, edge) + bottom.draw(edge, height - edge - bottom.height),
    u: fit.u
  };
}

function tallSheet(scene: Scene, u: number): Sheet {
  const { width, height } = scene.request;
  const edge = 40 * u;
  const across = width - 2 * edge;
  const [left, right] = [across * 0.64, across * 0.32];
  const top = heading(scene, across, u);
  const set = (size: number): Piece => {
    // a third column only where it saves a good deal of height
    const [two, three] = [legend(scene, left, size, 2), legend(scene, left, size, 3)];
    const a = three.height < 0.75 * two.height ? three : two;
    const b = foot(scene, right, size);
    return { height: Math.max(a.height, b.height), draw: (x, y) => a.draw(x, y) + b.draw(x + across - right, y) };
  };
  const bottom = fitted(u, set, height * 0.36);
  const mapTop = edge + top.height + 20 * u;
  const mapBottom = height - edge - bottom.piece.height - 22 * u;
  return {
    map: { x: edge, y: mapTop, width: across, height: mapBottom - mapTop },
    words: top.draw(edge, edge) + bottom.piece.draw(edge, mapBottom + 22 * u),
    u: bottom.u
  };
}

/** A map with nothing but a strip that says where it is from. */
function bareSheet(scene: Scene, u: number): Sheet {
  const { width, height } = scene.request;
  const edge = 14 * u;
  const lettering = { size: 14 * u, colour: lightToken('--ink-2') };
  const strip = stack(
    shortCredits(scene).map((text) => paragraph(text, width - 2 * edge, lettering, 1.35)),
    u
  );
  const mapHeight = height - strip.height - edge;
  return { map: { x: 0, y: 0, width, height: mapHeight }, words: strip.draw(edge, mapHeight + edge / 2), u };
}

function heading(scene: Scene, width: number, u: number): Piece {
  const { status } = scene.view.document;
  const warning = statusWarning(status);
  const brand = lightToken('--brand');
  return stack([
    { height: 16 * u, draw: (x, y) => tag('rect', { x, y, width: 64 * u, height: 6 * u, fill: brand }) },
    paragraph(pictureEyebrow(scene), width, { size: 18 * u, colour: brand, bold: true }, 1.6),
    paragraph(pictureTitle(scene), width, { size: 38 * u, colour: lightToken('--ink'), bold: true }, 1.28),
    space(8 * u),
    paragraph(documentLine(scene), width, { size: 18 * u, colour: lightToken('--ink-2') }, 1.45),
    space(8 * u),
    badge(statusLine(scene), status, u),
    ...(warning ? [space(5 * u), paragraph(warning, width, { size: 17 * u, colour: colourOf(status), bold: true }, 1.4)] : [])
  ]);
}

const colourOf = (status: DocumentStatus): string =>
  lightToken(status === 'in-force' ? '--ok' : status === 'expired' ? '--danger' : status === 'reference' ? '--ink-2' : '--warn');
const groundOf = (status: DocumentStatus): string =>
  lightToken(status === 'in-force' ? '--ok-soft' : status === 'expired' ? '--danger-soft' : status === 'reference' ? '--paper-3' : '--warn-soft');

/** The document's status on the day, in a frame; dashed where it is not in force. */
function badge(text: string, status: DocumentStatus, u: number): Piece {
  const size = 17 * u;
  const [width, height] = [textWidth(text, size, true) + 24 * u, 28 * u];
  const dash = status === 'in-force' ? undefined : `${5 * u} ${3 * u}`;
  return {
    height,
    draw: (x, y) =>
      tag('rect', { x, y, width, height, rx: 14 * u, fill: groundOf(status), stroke: colourOf(status), 'stroke-width': 1.2 * u, 'stroke-dasharray': dash }) +
      textLine(text, x + width / 2, y + height / 2, { size, colour: colourOf(status), bold: true, anchor: 'middle' })
  };
}

function foot(scene: Scene, width: number, u: number): Piece {
  const small = { size: 14.5 * u, colour: lightToken('--ink-3') };
  const strong = { ...small, colour: lightToken('--ink'), bold: true };
  return stack([paragraph(approvalText(scene), width, strong, 1.4), ...credits(scene).map((text) => paragraph(text, width, small, 1.4))], 3 * u);
}
