// Contrast as WCAG counts it, for use inside of a page: `tab.evaluate(CONTRAST)` puts it there as `contrast`.
//
// `contrast.between(color, color)` takes computed colours; `contrast.behind(element)` is the nearest colour behind it.
export const CONTRAST = `globalThis.contrast = {
  parse(color) {
    const [r, g, b, a = 1] = color.match(/[\\d.]+/g).map(Number);
    // A mixed color comes as \`color(srgb …)\`, of parts of one.
    return { channels: [r, g, b].map((c) => (color.startsWith('color(srgb ') ? c * 255 : c)), a };
  },
  light(color) {
    const [r, g, b] = this.parse(color).channels.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  },
  between(one, other) {
    const [low, high] = [this.light(one), this.light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  },
  behind(element) {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (this.parse(color).a === 1) return color;
    }
    const canvas = document.createElement('span');
    canvas.style.backgroundColor = 'Canvas';
    document.body.append(canvas);
    const color = getComputedStyle(canvas).backgroundColor;
    canvas.remove();
    return color;
  },
}`;
