// What axe-core does not look at: answers what is wrong with the page as it stands, a line each.
const faults = [];
const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + [...e.classList].map(c => '.' + c).join('');
const all = css => [...document.querySelectorAll(css)];
const text = id => (document.getElementById(id)?.textContent ?? '').trim();

if (!document.documentElement.lang) faults.push('the page has no language');
if (!/\S · Muster$/.test(document.title)) faults.push('the title is ' + document.title);
if (all('h1').length !== 1) faults.push(all('h1').length + ' first headings');
if (all('main').length !== 1) faults.push(all('main').length + ' main parts');
for (const e of all('nav')) if (!e.ariaLabel && !e.hasAttribute('aria-labelledby')) faults.push(name(e) + ' has no name');

// The way past the navigation is the first thing that can have the focus, and leads there.
const first = all('a[href], button, input, select, textarea, summary, [tabindex="0"]').find(e => e.checkVisibility());
if (!first?.matches('.skip')) faults.push('the skip link does not come first, but ' + (first ? name(first) : 'nothing'));
else if (document.getElementById(first.hash.slice(1)) !== document.querySelector('main')) faults.push('the skip link leads to ' + first.hash);

for (const table of all('table')) {
    if (!table.caption?.textContent.trim()) faults.push(name(table) + ' has no caption');
    for (const th of table.querySelectorAll('th')) if (!th.scope) faults.push('a heading without scope: ' + th.innerText);
}

// A message is tied to its field, and a field that is wrong says why.
const described = e => (e.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
for (const e of all('[aria-describedby]')) {
    for (const id of described(e)) if (!text(id)) faults.push(name(e) + ' is described by #' + id + ', which says nothing');
}
for (const e of all('[aria-invalid="true"]')) {
    if (!described(e).some(id => text(id))) faults.push(name(e) + ' is wrong and does not say why');
}
const describing = new Set(all('[aria-describedby]').flatMap(described));
for (const e of all('.error')) {
    if (!e.closest('[id]') || !describing.has(e.closest('[id]').id)) faults.push('no field says: ' + e.innerText);
}

// A password manager can do its work, and paste is not kept from anybody.
const secrets = ['current-password', 'new-password'];
for (const e of all('input[type="password"]')) {
    if (!secrets.includes(e.autocomplete)) faults.push(name(e) + ' has the autocomplete ' + (e.autocomplete || 'of none'));
}
for (const e of all('input[type="password"], input[autocomplete="one-time-code"], input[autocomplete="username"]')) {
    const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: new DataTransfer() });
    if (!e.dispatchEvent(paste)) faults.push(name(e) + ' refuses what is pasted');
}

// Calm: what changes by itself waits its turn.
for (const e of all('[aria-live]')) if (e.getAttribute('aria-live') === 'assertive') faults.push(name(e) + ' interrupts');
for (const e of all('[hx-trigger^="every"]')) {
    const live = e.closest('[aria-live], [role="status"], [role="alert"], [role="log"]') ?? e.querySelector('[aria-live], [role="status"]');
    if (!live && !e.hasAttribute('data-quiet')) faults.push(name(e) + ' changes and tells nobody');
}
// Whoever does not want motion has none.
if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    for (const e of all('body *')) {
        const style = getComputedStyle(e), moves = times => times.split(',').some(time => parseFloat(time) > 0.01);
        if (style.animationName !== 'none' && moves(style.animationDuration)) faults.push(name(e) + ' is animated');
        if (moves(style.transitionDuration)) faults.push(name(e) + ' moves when it changes');
    }
}
return [...new Set(faults)];
