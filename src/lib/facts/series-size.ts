/** Height of the ground of a series' picture, in px; its widths are percent, so that it fits any screen. */
export const SERIES_HEIGHT = 140;
