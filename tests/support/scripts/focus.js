// Whether one sees what has the focus: an outline that is there only with the focus, stands out from what lies behind
// it, and is not covered. With the argument `all` it goes through all controls of the page; without, it looks at what
// has the focus now, and answers its name too.
const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + (e.name ? '[name=' + e.name + ']' : '');
const words = e => (e.ariaLabel || e.innerText || e.labels?.[0]?.innerText || '').trim().slice(0, 60);
const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
const rgb = text => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
};
const linear = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
const ground = e => {
    for (let at = e; at; at = at.parentElement) {
        const colour = rgb(getComputedStyle(at).backgroundColor);
        if (colour[3] > 200) return colour;
    }
    return rgb('Canvas');
};
const outline = e => {
    const style = getComputedStyle(e);
    return [style.outlineStyle, style.outlineWidth, style.outlineColor].join(' ');
};
const faultsOf = e => {
    const faults = [], style = getComputedStyle(e);
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 1.5) faults.push('its focus has no outline');
    const [light, dark] = [luminance(rgb(style.outlineColor)), luminance(ground(e.parentElement))].sort((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < 3) faults.push('its outline stands out ' + contrast.toFixed(1) + ' : 1');
    const box = e.getBoundingClientRect();
    const inside = (from, to) => [from + Math.min(4, (to - from) / 2), (from + to) / 2, to - Math.min(4, (to - from) / 2)];
    const points = inside(box.left, box.right).flatMap(x => inside(box.top, box.bottom).map(y => [x, y]));
    const shown = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
    const seen = shown.some(([x, y]) => {
        const hit = document.elementFromPoint(x, y);
        return hit && (e.contains(hit) || hit.contains(e) || hit.closest('label')?.control === e);
    });
    if (!shown.length) faults.push('it is out of sight');
    else if (!seen) faults.push('it is covered');
    return faults;
};
if (arguments[0] === 'all') {
    const css = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
    const controls = [...document.querySelectorAll(css)].filter(e => e.checkVisibility() && !e.disabled && e.tabIndex >= 0);
    const found = [];
    document.activeElement.blur();
    for (const e of controls) {
        const before = outline(e);
        e.focus();
        if (document.activeElement !== e) found.push(name(e) + ' ' + words(e) + ': it takes no focus');
        else {
            if (outline(e) === before) found.push(name(e) + ' ' + words(e) + ': it looks the same with the focus');
            found.push(...faultsOf(e).map(fault => name(e) + ' ' + words(e) + ': ' + fault));
        }
        e.blur();
    }
    scrollTo(0, 0);
    return found;
}
const e = document.activeElement;
if (!e || e === document.body || e === document.documentElement) return { name: 'body', faults: [] };
return { name: name(e), faults: faultsOf(e).map(fault => words(e) + ': ' + fault) };
