// What a page looks like, asked in the page: text that is hard to read, and what is wider than its place. Lists of
// descriptions, empty where all is well.

/** Red, green, blue and opacity of a computed colour, each from 0 to 1. */
function parse(colour) {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d");
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha].map((part) => part / 255);
}

const over = (above, below) => [
  ...[0, 1, 2].map((at) => above[at] * above[3] + below[at] * (1 - above[3])),
  above[3] + below[3] * (1 - above[3]),
];

/** The colour behind an element's text: its ancestors' grounds, one over the other. */
function groundOf(element) {
  const grounds = [];
  for (let at = element; at; at = at.parentElement) grounds.push(parse(getComputedStyle(at).backgroundColor));
  return grounds.reduceRight((below, above) => over(above, below), [1, 1, 1, 1]);
}

/** Relative luminance, as WCAG 2 has it. */
function luminance([red, green, blue]) {
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const described = (element) =>
  `${element.localName}${element.id && `#${element.id}`}${element.className && `.${element.className}`}`;

/** Visible text, placeholders too, whose contrast with what is behind it is below `least`; disabled controls may be. */
export function faintText(least) {
  const faint = [];
  const check = (element, what, colour) => {
    const ground = groundOf(element);
    const ratio = contrast(over(parse(colour), ground), ground);
    if (ratio < least) faint.push(`${described(element)}, ${what}: ${ratio.toFixed(2)}`);
  };
  for (const element of document.body.querySelectorAll("*")) {
    if (!element.checkVisibility() || element.matches(":disabled, option, script, style")) continue;
    const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const text = texts.map(({ data }) => data).join("");
    if (text.trim() !== "" || element.matches("select, input:not([type=checkbox]), textarea"))
      check(element, text.trim().slice(0, 30) || "value", getComputedStyle(element).color);
    if (element.placeholder) check(element, "placeholder", getComputedStyle(element, "::placeholder").color);
  }
  return faint;
}

/** The document, where it is larger than the window, and elements that reach out of it or hold more than they are wide. */
export function overflowing() {
  const root = document.documentElement;
  const wide = [];
  if (root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight)
    wide.push(`the page: ${root.scrollWidth} x ${root.scrollHeight} in ${root.clientWidth} x ${root.clientHeight}`);
  for (const element of document.body.querySelectorAll("*")) {
    if (!element.checkVisibility() || element.matches(".hidden, .skip, option")) continue;
    const { left, right } = element.getBoundingClientRect();
    if (left < -0.5 || right > root.clientWidth + 0.5) wide.push(`${described(element)}: ${left} to ${right}`);
    const { overflowX, textOverflow, display } = getComputedStyle(element);
    const cut = element.matches("input, select, textarea") || (overflowX === "hidden" && textOverflow === "ellipsis");
    if (!cut && display !== "inline" && element.scrollWidth > element.clientWidth + 1)
      wide.push(`${described(element)}: ${element.scrollWidth} in ${element.clientWidth}`);
  }
  return wide;
}
