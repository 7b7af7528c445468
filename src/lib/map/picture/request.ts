/** What is to be drawn, and how large. */
export type PictureRequest = Readonly<{
  layout: string;
  /** zones that stand out; none = all of the layout */
  zones?: readonly string[];
  /** ids of places to mark; none = the parks and platforms of the zones that stand out */
  places?: readonly string[];
  /** adcode whose area fills the frame; none = the layout's area, or with few zones the zones with their surroundings */
  frame?: string;
  /** of the units around the zones only those directly below `frame` are named */
  sparse?: boolean;
  /** with several zones: closer to them instead of the layout's whole area */
  close?: boolean;
  /** px */
  width: number;
  /** px */
  height: number;
  /** YYYY-MM-DD, printed and used for status */
  day: string;
  /** YYYY-MM-DD on which the picture is made, where that is not `day` */
  made?: string;
  /** size of letters and lines against the usual for a picture of this size; 1 if absent. More for a picture that is shown small */
  scale?: number;
  /** title, legend, scale bar, north arrow, credits; false = the bare map with credits */
  furniture: boolean;
  /** 审图号; undefined = the picture says that it has none */
  approval?: string | undefined;
  /** address of the page that shows the same, printed */
  address?: string;
}>;
