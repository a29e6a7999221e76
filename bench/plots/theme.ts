// Colours and type of the pictures, light and dark. Backgrounds are opaque, so that either can be read wherever it ends up;
// README shows the one that fits the reader's page. The hues are those of Okabe and Ito, which stay apart for colour-blind
// readers too.

export type Theme = "light" | "dark";
export const themes: readonly Theme[] = ["light", "dark"];

interface Inks {
  readonly background: string;
  readonly text: string;
  readonly faint: string;
  readonly grid: string;
  readonly blue: string;
  readonly sky: string;
  readonly orange: string;
  readonly yellow: string;
  readonly green: string;
  readonly pink: string;
}

export const inks: Readonly<Record<Theme, Inks>> = {
  light: {
    background: "#ffffff",
    text: "#1f2328",
    faint: "#59636e",
    grid: "#dfe3e8",
    blue: "#0072b2",
    sky: "#56b4e9",
    orange: "#d55e00",
    yellow: "#e69f00",
    green: "#009e73",
    pink: "#cc79a7",
  },
  dark: {
    background: "#0d1117",
    text: "#e6edf3",
    faint: "#9aa4af",
    grid: "#2a313a",
    blue: "#3d9fe0",
    sky: "#8fd0f5",
    orange: "#f0803c",
    yellow: "#f2bd4b",
    green: "#2fbf96",
    pink: "#e29cc2",
  },
};

/** The first that a reader has; all are about as wide, and the PNGs are drawn with the first. */
const font = "DejaVu Sans, Verdana, sans-serif";

/** Vega-Lite's configuration for a theme. */
export function configOf(theme: Theme): object {
  const { background, text, faint, grid } = inks[theme];
  const label = { labelFont: font, titleFont: font, labelColor: text, titleColor: text, labelFontSize: 11 };
  return {
    background,
    padding: 16,
    font,
    title: {
      font,
      subtitleFont: font,
      color: text,
      subtitleColor: faint,
      fontSize: 15,
      subtitleFontSize: 11,
      subtitleLineHeight: 15,
      subtitlePadding: 6,
      anchor: "start",
      offset: 14,
    },
    axis: {
      ...label,
      titleFontSize: 11,
      titleFontWeight: "normal",
      gridColor: grid,
      domainColor: grid,
      tickColor: grid,
      labelLimit: 0,
    },
    header: { ...label, labelFontWeight: "bold", labelFontSize: 12, titleFontSize: 12 },
    legend: {
      ...label,
      titleFontSize: 11,
      titleFontWeight: "normal",
      labelLimit: 0,
      symbolBaseFillColor: text,
      symbolBaseStrokeColor: text,
    },
    view: { stroke: grid },
    text: { font, color: text, fontSize: 11 },
  };
}
