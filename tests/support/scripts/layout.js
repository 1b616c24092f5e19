// What is lost as the page stands: text that is cut, and boxes that lie over each other's text.
const faults = [];
const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + [...e.classList].map(c => '.' + c).join('');
const page = document.documentElement;
if (page.scrollWidth > innerWidth + 1) faults.push('the page is ' + page.scrollWidth + ' wide');
for (const e of document.querySelectorAll('body *')) {
    if (!e.checkVisibility() || e.closest('.hidden-text, .skip, svg, [aria-hidden="true"], [popover]:not(:popover-open)')) continue;
    // What scrolls by itself shows all it has: a table with wide letters.
    if (['auto', 'scroll'].includes(getComputedStyle(e.parentElement.closest('.table-card') ?? page).overflowX)) continue;
    const box = e.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    if (box.right > innerWidth + 1) faults.push(name(e) + ' sticks out to the right');
    if (box.left < -1) faults.push(name(e) + ' sticks out to the left');
    const style = getComputedStyle(e), hides = value => value === 'hidden' || value === 'clip';
    const own = [...e.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (!own || /^(SELECT|OPTION|INPUT|TEXTAREA|PROGRESS)$/.test(e.tagName)) continue;
    if (hides(style.overflowX) && e.scrollWidth > e.clientWidth + 1) faults.push(name(e) + ' cuts its text: ' + e.innerText.slice(0, 40));
    if (hides(style.overflowY) && e.scrollHeight > e.clientHeight + 3) faults.push(name(e) + ' cuts its lines: ' + e.innerText.slice(0, 40));
    if (!hides(style.overflowX) && style.display !== 'inline' && e.scrollWidth > e.clientWidth + 1) faults.push(name(e) + ' spills its text: ' + e.innerText.slice(0, 40));
}
return [...new Set(faults)];
